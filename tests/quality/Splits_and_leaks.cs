using System.Formats.Tar;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using DialInsight.Contracts;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.Pseudonyms;
using DialInsight.Quality.Exports;
using DialInsight.Quality.Leaks;
using DialInsight.Quality.Releases;
using DialInsight.Quality.Tests.Fixtures;
using DialInsight.TextAnalysis.NearDuplicates;

namespace DialInsight.Quality.Tests;

public sealed class Splits_and_leaks
{
    private const string Cell = "lending/summary";

    [Fact]
    public void A_conversation_is_always_in_one_part_and_the_parts_have_their_shares()
    {
        ILookup<string, string> parts = Enumerable.Range(0, 20_000).Select(number => $"transcript-{number}").ToLookup(Split.Of);
        Assert.Equal(20_000, parts.Sum(part => part.Count()));
        Assert.InRange(parts[Split.Train].Count(), 17_700, 18_300);
        Assert.InRange(parts[Split.Validation].Count(), 850, 1_150);
        Assert.InRange(parts[Split.Test].Count(), 850, 1_150);
        Assert.Equal(Split.Of("transcript-7"), Split.Of("transcript-7"));
    }

    [Fact]
    public void Near_duplicates_across_parts_are_those_of_comparing_all_conversations()
    {
        var random = new Random(8);
        string[][] families = [.. Enumerable.Range(0, 60).Select(_ => (string[])[.. Enumerable.Range(0, 60).Select(_ => Word(random))])];
        // Some texts are a family's with a few words changed, and some have none.
        (string Id, string Text)[] conversations = [.. Enumerable.Range(0, 700).Select(number => ($"conversation-{number}", number % 50 == 0 ? "" : string.Join(' ', families[random.Next(60)].Select(word => random.Next(40) == 0 ? Word(random) : word))))];
        using var check = new SplitCheck();
        foreach ((string id, string text) in conversations.Concat(conversations.Take(10)))
        {
            LabelAssignment assignment = Some.Assignment() with { TranscriptId = id, Turns = [new Turn("reader", text)] };
            check.Add(new ReleasedSample(new ReleaseRow { Release = "", Position = 0, SampleId = "", CellId = Cell, Slot = 0, Attempts = 1, Level = QualityLevel.High, DecidedBy = "" }, Some.Sample(assignment), text));
        }

        SplitCount count = check.Count(TestContext.Current.CancellationToken);
        ShingleSet[] sets = [.. conversations.Select(conversation => new ShingleSet(Shingles.Of([conversation.Text])))];
        (string First, string Second)[] across =
        [
            .. Enumerable.Range(0, 700).SelectMany(second => Enumerable.Range(0, second).Where(first => sets[first].Jaccard(sets[second]) >= 0.8).Select(first => (conversations[first].Id, conversations[second].Id)))
                .Where(pair => Split.Of(pair.Item1) != Split.Of(pair.Item2)),
        ];
        Assert.InRange(across.Length, 100, 5000);
        // Bands miss one in a hundred of those right at the threshold.
        Assert.InRange(count.NearDuplicates, across.Length * 0.98, across.Length);
        Assert.All(count.Pairs, pair => Assert.True(across.Contains((pair.First, pair.Second)) || across.Contains((pair.Second, pair.First))));
        Assert.Equal((700, 710), (count.Compared, count.Train + count.Validation + count.Test));
        Assert.InRange(count.Known, 1, count.HeldOut - 1);
    }

    [Fact]
    public async Task Parts_hold_every_sample_once_and_none_of_another_parts_conversations()
    {
        await using QualityHost host = await ReleasedAsync(40, _ => null);
        List<string> rows = [];
        foreach (string part in Split.All)
            rows.AddRange(await RowsAsync(host, part));
        Assert.Equal((await RowsAsync(host, "messages")).Order(), rows.Order());
        JsonElement manifest = await host.Client.GetFromJsonAsync<JsonElement>("/releases/desk-notes-v1/export?format=manifest");
        JsonElement split = manifest.GetProperty("split");
        Assert.Equal(40, split.GetProperty("train").GetInt32() + split.GetProperty("validation").GetInt32() + split.GetProperty("test").GetInt32());
        // The dialogues of the fixture differ by a number alone: in whatever parts they are, they are nearly the same.
        string[] transcripts = [.. Enumerable.Range(0, 40).Select(slot => Some.Assignment(slot: slot).TranscriptId)];
        int across = transcripts.SelectMany((first, index) => transcripts.Skip(index + 1).Select(second => (first, second))).Count(pair => Split.Of(pair.first) != Split.Of(pair.second));
        Assert.Equal(across, split.GetProperty("nearDuplicates").GetInt32());
    }

    [Fact]
    public async Task An_edited_answer_is_preferred_to_the_labellers_own()
    {
        await using QualityHost host = await ReleasedAsync(2, _ => null);
        Assert.Empty(await RowsAsync(host, "preference"));
        await host.Client.PostAsJsonAsync($"/reviews/{Some.Assignment(slot: 1).AttemptId}", new { level = "high", reason = "shorter", answer = "Three more weeks were granted." });
        await host.Client.PostAsJsonAsync("/releases", new { run = "run" });
        await QualityHost.UntilAsync(() => host.Told.Released.Length == 2, "a second release");

        JsonElement pair = JsonDocument.Parse(Assert.Single(await RowsAsync(host, "preference", "desk-notes-v2"))).RootElement;
        Assert.Equal(("Three more weeks were granted.", "The reader may keep the atlas for 3 more weeks."), (pair.GetProperty("chosen").GetString(), pair.GetProperty("rejected").GetString()));
        JsonElement info = await host.Client.GetFromJsonAsync<JsonElement>("/releases/desk-notes-v2/export?format=dataset_info");
        Assert.True(info.GetProperty("desk-notes-v2-preference").GetProperty("ranking").GetBoolean());
    }

    [Fact]
    public async Task A_rejected_answer_to_the_same_prompt_is_the_other_half_of_a_pair()
    {
        await using QualityHost host = await QualityHost.StartAsync(new ScriptedJudge
        {
            Answer = (facts, _) => facts.Answer.StartsWith("Bad", StringComparison.Ordinal) ? ScriptedJudge.Low : ScriptedJudge.High,
        });
        await host.PublishAsync(Some.Labeled(Some.Assignment(number: 0) with { TranscriptId = "one" }, "Bad: the reader may do as they like."));
        await host.PublishAsync(Some.Labeled(Some.Assignment(number: 1) with { TranscriptId = "one" }));
        await QualityHost.UntilAsync(() => host.Told.Judged.Length == 2, "judgements");
        await host.PublishAsync(Some.Completed(cells: Some.Cell(Cell, 1, 1, rejected: 1)));
        await QualityHost.UntilAsync(() => host.Told.Released.Length == 1, "a release");
        JsonElement pair = JsonDocument.Parse(Assert.Single(await RowsAsync(host, "preference"))).RootElement;
        Assert.Equal("Bad: the reader may do as they like.", pair.GetProperty("rejected").GetString());
    }

    [Fact]
    public async Task What_an_answer_holds_and_its_dialogue_does_not_is_told()
    {
        await using QualityHost host = await ReleasedAsync(2, slot => slot == 1 ? "The reader may call 13812345678 about the atlas at any time." : null);
        JsonElement leak = (await host.Client.GetFromJsonAsync<JsonElement>("/reports/run")).GetProperty("leaks").EnumerateArray().Single(found => found.GetProperty("type").GetString() == "phone");
        Assert.Equal(Some.Assignment(slot: 1).AttemptId, leak.GetProperty("samples")[0].GetString());
        Assert.DoesNotContain("13812345678", leak.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gate_that_allows_no_leakage_refuses_and_names_both_kinds()
    {
        await using QualityHost host = await CompletedAsync(
            40, slot => slot == 1 ? "The reader may call 13812345678 about the atlas at any time." : null, new ReleaseGate { MaximumLeakage = new LeakageCeiling(0, 0.5) });
        await QualityHost.UntilAsync(() => host.Told.Refused.Length == 1, "a refusal");
        Assert.Equal([("leakage.personal", 0, 1 / 40.0), ("leakage.split", 0.5, 1)], host.Told.Refused[0].Failures.Select(failure => (failure.Measure, failure.Required, failure.Actual)));
    }

    [Fact]
    public void What_the_dialogue_holds_itself_is_no_leak()
    {
        Assert.Equal([IdentifierType.Phone], LeakScan.In("Call 13812345678.", "Reader: hello", "en"));
        Assert.Empty(LeakScan.In("Call 13812345678.", "Reader: my number is 13812345678", "en"));
    }

    [Fact]
    public async Task The_archive_unpacks_to_the_card_and_the_files_that_it_names()
    {
        await using QualityHost host = await ReleasedAsync(40, _ => null);
        await using Stream archive = await host.Client.GetStreamAsync("/releases/desk-notes-v1/export?format=huggingface");
        await using var tar = new TarReader(archive);
        var unpacked = new Dictionary<string, byte[]>();
        while (await tar.GetNextEntryAsync(copyData: true) is { } entry)
        {
            using var content = new MemoryStream();
            await entry.DataStream!.CopyToAsync(content);
            unpacked[entry.Name] = content.ToArray();
        }

        JsonElement release = await host.Client.GetFromJsonAsync<JsonElement>("/releases/desk-notes-v1");
        Dictionary<string, string> checksums = release.GetProperty("files").EnumerateArray()
            .Where(file => file.GetProperty("name").GetString() is { } name && (name == "README.md" || name.StartsWith("data/", StringComparison.Ordinal)))
            .ToDictionary(file => "desk-notes-v1/" + file.GetProperty("name").GetString(), file => file.GetProperty("sha256").GetString()!);
        Assert.Equal(4, checksums.Count);
        Assert.Equal(checksums, unpacked.ToDictionary(file => file.Key, file => Convert.ToHexStringLower(SHA256.HashData(file.Value))));
    }

    [Fact]
    public async Task An_interrupted_download_resumes_to_the_same_checksum()
    {
        await using QualityHost host = await ReleasedAsync(30, _ => null);
        foreach (string format in (string[])["alpaca", "messages", "manifest", "train", "huggingface"])
        {
            string path = $"/releases/desk-notes-v1/export?format={format}";
            using var got = new MemoryStream();
            string tag = "";
            long length = 1;
            for (int cut = 701; got.Length < length; cut += 1913)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, path);
                if (got.Length > 0)
                {
                    request.Headers.Range = new(got.Length, null);
                    request.Headers.TryAddWithoutValidation("If-Range", tag);
                }

                using HttpResponseMessage response = await host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
                tag = response.Headers.ETag!.Tag;
                length = response.Content.Headers.ContentRange?.Length ?? response.Content.Headers.ContentLength!.Value;
                // The caller goes away in the middle.
                await using Stream body = await response.Content.ReadAsStreamAsync();
                byte[] some = new byte[cut];
                int read = await body.ReadAtLeastAsync(some, cut, throwOnEndOfStream: false);
                got.Write(some, 0, read);
            }

            Assert.Equal(tag.Trim('"'), Convert.ToHexStringLower(SHA256.HashData(got.ToArray())));
        }
    }

    /// <summary>Letters alone: a number counts as one sign whatever it is.</summary>
    private static string Word(Random random) => string.Concat(Enumerable.Range(0, 5).Select(_ => (char)('a' + random.Next(26))));

    private static async Task<QualityHost> ReleasedAsync(int samples, Func<int, string?> answer)
    {
        QualityHost host = await CompletedAsync(samples, answer, new ReleaseGate());
        await QualityHost.UntilAsync(() => host.Told.Released.Length == 1, "a release");
        return host;
    }

    private static async Task<QualityHost> CompletedAsync(int samples, Func<int, string?> answer, ReleaseGate gate)
    {
        QualityHost host = await QualityHost.StartAsync();
        for (int slot = 0; slot < samples; slot++)
            await host.PublishAsync(Some.Labeled(Long(slot), answer(slot)));
        await QualityHost.UntilAsync(() => host.Told.Judged.Length == samples, "judgements");
        await host.PublishAsync(Some.Completed(cells: Some.Cell(Cell, samples, samples)) with { Gate = gate });
        return host;
    }

    /// <summary>An assignment whose dialogue is long enough to be compared, and differs from others' by a number.</summary>
    private static LabelAssignment Long(int slot)
    {
        var assignment = Some.Assignment(slot: slot);
        return assignment with
        {
            Turns = [.. assignment.Turns, new Turn("reader", "Thank you, I will bring it back on time together with the two novels that I borrowed in spring and the map of the old town.")],
        };
    }

    private static async Task<string[]> RowsAsync(QualityHost host, string format, string release = "desk-notes-v1") =>
        (await host.Client.GetStringAsync($"/releases/{release}/export?format={format}")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
