using System.Net;
using System.Text.Json;
using DialInsight.Client.Transcripts;
using DialInsight.Ingest.Tests.Fixtures;

namespace DialInsight.Ingest.Tests;

/// <summary>What cleaning removed, what does not cohere, statistics and filters.</summary>
public sealed class When_transcripts_are_added_up(IngestHost host) : IClassFixture<IngestHost>
{
    [Fact]
    public async Task Should_show_what_cleaning_removed_and_what_does_not_cohere()
    {
        string words = Some.Words();
        JsonElement kept = await host.KeptAsync(
            $$"""{"turns":[{"role":"reader","text":"<p>Where is {{words}}?</p>"},{"role":"reader","text":"[图片]"},{"role":"reader","text":"um, upstairs"}]}""", "a.json", "&fillers=true");
        Assert.Equal($"Where is {words}? upstairs", kept.GetProperty("turns")[0].GetProperty("text").GetString());
        Assert.Equal("""{"boilerplate":1,"empty-turns":1,"fillers":1,"html":1}""", kept.GetProperty("cleaned").GetRawText());
        Assert.Equal("""["too-short","single-speaker"]""", (await host.KeptAsync("Reader: hi", "b.txt")).GetProperty("coherence").GetRawText());
    }

    [Fact]
    public async Task Should_refuse_what_does_not_cohere_on_request()
    {
        RejectedRecord rejected = Assert.Single((await host.TakeAsync($"Reader: {Some.Words()}", "a.txt", "&coherent=true")).Rejected);
        Assert.Contains("single-speaker", rejected.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_note_what_records_say_that_nothing_knows()
    {
        string body = $"{Some.Conversation(more: "\"language\":\"xx\",\"scenario\":\"zoo\",")}\n{Some.Conversation(more: "\"language\":\"xx\",")}";
        IngestAnswer answer = await host.TakeAsync(body, "a.jsonl", "&domain=library");
        Assert.Equal([new RecordNote("language-unknown", "xx", 2), new RecordNote("scenario-unknown", "zoo", 1)], answer.Notes);
        Assert.Empty((await host.TakeAsync(Some.Conversation(), "b.json", "&domain=library")).Notes!);
        Assert.Equal([new RecordNote("language-other", "fr", 1)], (await host.TakeAsync(Some.Conversation(), "c.json", "&language=fr")).Notes);
    }

    [Fact]
    public async Task Should_add_transcripts_up()
    {
        await host.TakeAsync(
            $"{Some.Conversation(more: "\"scenario\":\"rooms\",\"channel\":\"desk\",")}\n{Some.Conversation("[laughs] it 字 of 😀")}\n{{\"turns\":[{{\"role\":\"读者\",\"text\":\"你好，我叫王丽，电话13812345678\"}},{{\"role\":\"馆员\",\"text\":\"您好，请问还需要什么书\\n吗\"}}]}}",
            "a.jsonl",
            "&source=sums");
        JsonElement sums = await host.GetAsync("/transcripts/statistics?source=sums");

        Assert.Equal(3, sums.GetProperty("transcripts").GetInt64());
        Assert.Equal("""{"lending":2,"rooms":1}""", sums.GetProperty("scenarios").GetRawText());
        Assert.Equal("""{"":2,"desk":1}""", sums.GetProperty("channels").GetRawText());
        Assert.Equal("""{"en":2,"zh":1}""", sums.GetProperty("languages").GetRawText());
        Assert.Equal("""{"zh-Hans":1}""", sums.GetProperty("scripts").GetRawText());
        Assert.Equal("""{"name":1,"phone":1}""", sums.GetProperty("pseudonyms").GetRawText());
        Assert.Equal("""{"annotations":1}""", sums.GetProperty("cleaned").GetRawText());
        Assert.Equal("""{"total":6,"mean":2,"longest":2,"buckets":[{"from":2,"upTo":3,"transcripts":3}]}""", sums.GetProperty("turns").GetRawText());
        Assert.Equal(await CharactersAsync("sums"), sums.GetProperty("characters").GetProperty("total").GetInt64());
        Assert.Equal(1, (await host.GetAsync("/transcripts/statistics?source=sums&language=zh")).GetProperty("transcripts").GetInt64());
        Assert.Equal(0, (await host.GetAsync("/transcripts/statistics?source=none-such")).GetProperty("characters").GetProperty("total").GetInt64());
    }

    [Fact]
    public async Task Should_filter_by_domain_coherence_and_time()
    {
        await host.TakeAsync($"{Some.Conversation()}\n{{\"turns\":[{{\"role\":\"a\",\"text\":\"{Some.Words()} and nothing else at all\"}}]}}\n{{\"turns\":[{{\"role\":\"a\",\"text\":\"hm {Some.Words()}\"}}]}}", "a.jsonl", "&source=filtered");
        async Task<long> Count(string query) => (await host.GetAsync($"/transcripts/count?source=filtered&{query}")).GetProperty("count").GetInt64();

        Assert.Equal((3, 0), (await Count("domain=library"), await Count("domain=zoo")));
        Assert.Equal((1, 2, 2, 2), (await Count("coherence=none"), await Count("coherence=any"), await Count("coherence=single-speaker"), await Count("coherence=too-short")));
        Assert.Equal((3, 0), (await Count("ingestedAfter=2020-01-01T00:00:00Z"), await Count("ingestedBefore=2020-01-01T00:00:00Z")));
        JsonElement listed = (await host.GetAsync("/transcripts?source=filtered&coherence=none")).GetProperty("items");
        Assert.Equal("[]", Assert.Single(listed.EnumerateArray()).GetProperty("coherence").GetRawText());
    }

    [Theory]
    [InlineData("/transcripts?coherence=odd")]
    [InlineData("/transcripts/count?coherence=odd")]
    [InlineData("/transcripts/statistics?coherence=odd")]
    [InlineData("/transcripts/statistics?ingestedAfter=yesterday")]
    public async Task Should_tell_what_is_wrong_with_a_filter(string path)
    {
        using HttpResponseMessage response = await host.Client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    private async Task<long> CharactersAsync(string source)
    {
        long characters = 0;
        foreach (JsonElement item in (await host.GetAsync($"/transcripts?source={source}")).GetProperty("items").EnumerateArray())
        {
            JsonElement turns = (await host.GetAsync($"/transcripts/{item.GetProperty("id").GetString()}")).GetProperty("turns");
            characters += turns.EnumerateArray().Sum(turn => turn.GetProperty("text").GetString()!.EnumerateRunes().Count());
        }

        return characters;
    }
}
