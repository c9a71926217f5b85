using System.Net;
using System.Text.Json;
using DialInsight.Client.Transcripts;
using DialInsight.Contracts.Ingest;
using DialInsight.Ingest.Tests.Fixtures;

namespace DialInsight.Ingest.Tests;

public sealed class When_transcripts_are_kept(IngestHost host) : IClassFixture<IngestHost>
{
    [Fact]
    public async Task Should_answer_the_same_when_a_request_is_repeated_and_that_it_was_there()
    {
        string same = Some.Conversation();
        string body = $"{Some.Conversation()}\n{same}\n{same}\nno\n{Some.Conversation(more: "\"id\":\"x\",")}";
        IngestAnswer first = await host.TakeAsync(body, "day.jsonl", "&source=repeated");
        IngestAnswer second = await host.TakeAsync(body, "day.jsonl", "&source=repeated");

        Assert.Equal(first.Accepted.Select(record => record with { Known = true }), second.Accepted);
        Assert.All(first.Accepted, record => Assert.False(record.Known));
        Assert.Equal(first.Duplicates, second.Duplicates);
        Assert.Equal(first.Rejected, second.Rejected);
        Assert.Equal(3, first.Accepted.Count);
        DuplicateRecord duplicate = Assert.Single(first.Duplicates);
        Assert.Equal((2, first.Accepted[1].Id, 1.0), (duplicate.Index, duplicate.DuplicateOf, duplicate.Similarity));
        Assert.Equal(3, (await host.GetAsync("/transcripts?source=repeated")).GetProperty("items").GetArrayLength());
        Assert.Equal("{\"exact\":1}", (await host.GetAsync("/transcripts/statistics?source=repeated")).GetProperty("duplicates").GetRawText());
    }

    [Fact]
    public async Task Should_name_what_a_duplicate_of_another_request_repeats()
    {
        string same = Some.Conversation();
        string id = Assert.Single((await host.TakeAsync(same, "one.json", "&source=first")).Accepted).Id;
        string spaced = same.Replace("Upstairs, on", "Upstairs,   on", StringComparison.Ordinal);

        Assert.Equal(id, Assert.Single((await host.TakeAsync(spaced, "two.json", "&source=second")).Duplicates).DuplicateOf);
    }

    [Fact]
    public async Task Should_count_a_line_that_stands_there_twice_once()
    {
        string line = Some.Conversation(more: "\"id\":\"twice\",");
        IngestAnswer answer = await host.TakeAsync($"{line}\n{line}", "twice.jsonl");

        Assert.Single(answer.Accepted);
        Assert.Equal("twice", Assert.Single(answer.Duplicates).Id);
    }

    [Fact]
    public async Task Should_tell_scenario_language_and_channel()
    {
        JsonElement given = await host.KeptAsync(Some.Conversation(more: "\"scenario\":\"Study Room\",\"language\":\"EN-gb\","), "a.json", "&channel=Service%20desk");
        Assert.Equal(("rooms", "given", "en", "desk"), Told(given));

        JsonElement matched = await host.KeptAsync(Some.Conversation($"the reading room {Some.Words()}"), "b.json");
        Assert.Equal(("rooms", "matched", "en", null), Told(matched));

        JsonElement neither = await host.KeptAsync(Some.Conversation(more: "\"scenario\":\"no such\",\"language\":\"??\","), "c.json", "&language=zh-Hans");
        Assert.Equal(("lending", "default", "zh", null), Told(neither));
    }

    [Fact]
    public async Task Should_publish_each_new_transcript()
    {
        string id = Assert.Single((await host.TakeAsync(Some.Conversation(more: "\"subject\":\"p-7\","), "told.json")).Accepted).Id;

        await IngestHost.UntilAsync(() => host.Told.Facts.Any(fact => fact.TranscriptId == id), "the transcript is told of");
        TranscriptIngested fact = host.Told.Facts.First(told => told.TranscriptId == id);
        Assert.Equal(("p-7", 2, "library"), (fact.Subject, fact.Turns.Count, fact.Domain));
    }

    [Fact]
    public async Task Should_page_through_the_list()
    {
        await host.TakeAsync(string.Join('\n', Enumerable.Range(0, 7).Select(_ => Some.Conversation())), "paged.jsonl", "&source=paged");
        List<string> seen = [];
        string? cursor = null;
        do
        {
            JsonElement page = await host.GetAsync($"/transcripts?source=paged&limit=3{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}");
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
            cursor = page.TryGetProperty("nextCursor", out JsonElement next) ? next.GetString() : null;
        }
        while (cursor is not null);

        Assert.Equal(7, seen.Count);
        Assert.Equal(7, seen.Distinct().Count());
    }

    [Theory]
    [InlineData("/transcripts?cursor=made-up", HttpStatusCode.BadRequest)]
    [InlineData("/transcripts/t-none", HttpStatusCode.NotFound)]
    public async Task Should_answer_mistaken_questions_with_a_problem(string path, HttpStatusCode status)
    {
        using HttpResponseMessage response = await host.Client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("application/pdf", "", HttpStatusCode.UnsupportedMediaType, "format-unknown")]
    [InlineData(null, "?fileName=talk.docx", HttpStatusCode.UnsupportedMediaType, "format-unknown")]
    [InlineData("multipart/form-data", "", HttpStatusCode.UnsupportedMediaType, "format-unknown")]
    [InlineData("application/json", "?domain=zoo", HttpStatusCode.BadRequest, "domain-unknown")]
    public async Task Should_refuse_a_request_that_cannot_be_read_as_a_whole(string? contentType, string query, HttpStatusCode status, string type)
    {
        using HttpResponseMessage response = await host.PostAsync(Some.Conversation(), contentType, query);
        Assert.Equal(status, response.StatusCode);
        JsonElement problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        Assert.EndsWith(type, problem.GetProperty("type").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_say_that_nothing_was_sent_and_what_to_send()
    {
        Assert.Contains("there is nothing in it", await RefusalAsync(await host.PostAsync("", null)), StringComparison.Ordinal);
        Assert.Contains("there is nothing in it", await RefusalAsync(await host.PostAsync("\n", "application/jsonl")), StringComparison.Ordinal);
        using var form = new MultipartFormDataContent { { new StringContent("library"), "domain" } };
        Assert.Contains("holds no file", await RefusalAsync(await host.Client.PostAsync(new Uri("/transcripts", UriKind.Relative), form)), StringComparison.Ordinal);
    }

    private static async Task<string> RefusalAsync(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.MultiStatus, response.StatusCode);
        return Assert.Single(JsonSerializer.Deserialize<IngestAnswer>(await response.Content.ReadAsStringAsync(), IngestHost.Json)!.Rejected).Reason;
    }

    private static (string? Scenario, string? Origin, string? Language, string? Channel) Told(JsonElement kept) => (
        kept.GetProperty("scenario").GetString(),
        kept.GetProperty("scenarioOrigin").GetString(),
        kept.GetProperty("language").GetString(),
        kept.TryGetProperty("channel", out JsonElement channel) ? channel.GetString() : null);
}
