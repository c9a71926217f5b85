using System.Text.Json;
using DialInsight.Client.Transcripts;
using DialInsight.Hosting;
using DialInsight.Hosting.Tests;
using DialInsight.Ingest.Tests.Fixtures;
using Microsoft.AspNetCore.Builder;

namespace DialInsight.Ingest.Tests;

public sealed class When_near_duplicates_are_sent(IngestHost host) : IClassFixture<IngestHost>
{
    [Fact]
    public async Task Should_keep_the_first_and_answer_how_alike_the_others_are()
    {
        string[] words = Words();
        IngestAnswer answer = await host.TakeAsync($"{Line(words)}\n{Line(With(words, 30, "elsewhere"), "edited")}\n{Line(Words())}", "near.jsonl", "&source=near");

        Assert.Equal(2, answer.Accepted.Count);
        DuplicateRecord duplicate = Assert.Single(answer.Duplicates);

        // Of 58 shingles of three words one changed word changes three.
        Assert.Equal(("edited", 1, answer.Accepted[0].Id, 55.0 / 61), (duplicate.Id, duplicate.Index, duplicate.DuplicateOf, duplicate.Similarity));
        Assert.Equal(2, (await host.GetAsync("/transcripts?source=near")).GetProperty("items").GetArrayLength());
        Assert.Equal("{\"near\":1}", (await host.GetAsync("/transcripts/statistics?source=near")).GetProperty("duplicates").GetRawText());
        await IngestHost.UntilAsync(() => host.Told.Facts.Any(fact => fact.TranscriptId == answer.Accepted[1].Id), "the last is told of");
        Assert.DoesNotContain(host.Told.Facts, fact => fact.Turns.Any(turn => turn.Text.Contains("elsewhere", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Should_tell_with_a_transcript_what_repeated_it()
    {
        string[] words = Words();
        string kept = Assert.Single((await host.TakeAsync(Line(words), "kept.jsonl", "&source=first")).Accepted).Id;
        Assert.Equal("{\"count\":0,\"latest\":[]}", await DuplicatesAsync(kept));

        string again = string.Join('\n', Enumerable.Range(0, 101).Select(number => Line(words, $"same-{number}")));
        await host.TakeAsync(again, "again.jsonl", "&source=second");
        await host.TakeAsync(Line(With(words, 30, "elsewhere")), "near.jsonl", "&source=third&subject=somebody");

        using JsonDocument duplicates = JsonDocument.Parse(await DuplicatesAsync(kept));
        Assert.Equal(102, duplicates.RootElement.GetProperty("count").GetInt32());
        JsonElement[] latest = [.. duplicates.RootElement.GetProperty("latest").EnumerateArray()];
        Assert.Equal(100, latest.Length);
        Assert.Equal((55.0 / 61, "third", "somebody"), (latest[0].GetProperty("similarity").GetDouble(), latest[0].GetProperty("source").GetString(), latest[0].GetProperty("subject").GetString()));
        Assert.All(latest[1..], duplicate => Assert.Equal((1, "second"), (duplicate.GetProperty("similarity").GetDouble(), duplicate.GetProperty("source").GetString())));

        async Task<string> DuplicatesAsync(string id) => (await host.GetAsync($"/transcripts/{id}")).GetProperty("duplicates").GetRawText();
    }

    [Fact]
    public async Task Should_answer_the_same_when_repeated_and_after_a_restart()
    {
        string[] words = Words();
        string first = $"{Line(words)}\n{Line(With(words, 10, "changed"))}", second = $"{Line(With(words, 50, "others"), "b")}\n{Line(Words())}\n{Line(words, "c")}";
        IngestAnswer[] before = [await host.TakeAsync(first, "a.jsonl"), await host.TakeAsync(second, "b.jsonl")];
        IngestAnswer[] repeated = [await host.TakeAsync(first, "a.jsonl"), await host.TakeAsync(second, "b.jsonl")];
        await host.RestartAsync();
        IngestAnswer[] restarted = [await host.TakeAsync(first, "a.jsonl"), await host.TakeAsync(second, "b.jsonl")];

        Assert.Equal((1, 1, 1, 2), (before[0].Accepted.Count, before[0].Duplicates.Count, before[1].Accepted.Count, before[1].Duplicates.Count));
        Assert.All(before[1].Duplicates, duplicate => Assert.Equal(before[0].Accepted[0].Id, duplicate.DuplicateOf));
        foreach (IngestAnswer[] again in new[] { repeated, restarted })
        {
            Assert.Equal(before.SelectMany(answer => answer.Accepted).Select(record => record with { Known = true }), again.SelectMany(answer => answer.Accepted));
            Assert.Equal(before.SelectMany(answer => answer.Duplicates), again.SelectMany(answer => answer.Duplicates));
        }
    }

    [Fact]
    public async Task Should_not_let_numbers_tell_conversations_apart()
    {
        string[] words = Words();
        IngestAnswer answer = await host.TakeAsync($"{Line(With(words, 20, "350"))}\n{Line(With(words, 20, "1,420"))}\n{Line(With(words, 20, "275"))}", "numbers.jsonl");
        Assert.Equal([1.0], answer.Duplicates.Select(duplicate => duplicate.Similarity).Where(similarity => similarity == 1));
        Assert.Single(answer.Accepted);
    }

    [Fact]
    public async Task Should_compare_short_conversations_exactly_only()
    {
        string[] words = Words()[..15];
        IngestAnswer answer = await host.TakeAsync($"{Line(With(words, 7, "12"))}\n{Line(With(words, 7, "13"))}", "short.jsonl");
        Assert.Equal(2, answer.Accepted.Count);
    }

    [Fact]
    public async Task Should_keep_them_where_that_is_wanted_and_know_them_when_it_is_no_more()
    {
        string[] words = Words();
        await host.RestartAsync("--Ingest:NearDuplicates:Jaccard=off");
        IngestAnswer all = await host.TakeAsync($"{Line(words)}\n{Line(With(words, 30, "kept"))}", "all.jsonl");
        await host.RestartAsync("--Ingest:NearDuplicates:Jaccard=0.9");
        IngestAnswer none = await host.TakeAsync(Line(With(words, 40, "another")), "none.jsonl");

        Assert.Equal(2, all.Accepted.Count);
        Assert.Equal(all.Accepted[0].Id, Assert.Single(none.Duplicates).DuplicateOf);
        await host.RestartAsync();
    }

    [Theory]
    [InlineData("1.2")]
    [InlineData("-0.8")]
    [InlineData("often")]
    public async Task Should_not_start_with_a_threshold_that_is_none(string jaccard)
    {
        using var folder = new TemporaryFolder();
        WebApplicationBuilder builder = ServiceHost.CreateBuilder(
            [.. DocumentServer.Arguments(folder), "--urls=http://127.0.0.1:0", $"--Ingest:NearDuplicates:Jaccard={jaccard}"], "ingest");
        builder.AddIngest();
        await using WebApplication app = builder.BuildService();
        Exception refusal = await Assert.ThrowsAnyAsync<Exception>(() => app.StartAsync());
        Assert.Contains("Ingest:NearDuplicates:Jaccard must be from 0.1 to 1, or 'off'.", refusal.Message, StringComparison.Ordinal);
    }

    private static string[] Words() => [.. Enumerable.Range(0, 60).Select(static _ => string.Concat(Enumerable.Range(0, 8).Select(static _ => (char)('a' + Random.Shared.Next(26)))))];

    private static string[] With(string[] words, int place, string other) => [.. words.Select((word, index) => index == place ? other : word)];

    private static string Line(string[] words, string? id = null) => JsonSerializer.Serialize(new
    {
        id,
        turns = words.Chunk(15).Select((turn, index) => new { role = index % 2 == 0 ? "reader" : "librarian", text = string.Join(' ', turn) }),
    });
}
