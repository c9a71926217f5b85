using System.Reflection;
using System.Text.Json;
using DialInsight.Contracts;
using DialInsight.Conversations.Parsing;
using DialInsight.Conversations.Tests.Fixtures;

namespace DialInsight.Conversations.Tests;

/// <summary>Published files of each format, where they are at hand. The counts were taken from the files by other programs.</summary>
public sealed class When_real_files_are_read
{
    [Theory]
    [InlineData("json/abcd_sample.json", 3, 72, "action agent customer", false)]
    [InlineData("json/casino_test.json", 100, 1394, "mturk_agent_1 mturk_agent_2", false)]
    [InlineData("json/crosswoz_val_20.json", 20, 350, "assistant user", false)]
    [InlineData("json/diaasq_zh_valid.json", 100, 748, null, false)]
    [InlineData("json/multiwoz_val_10.json", 10, 138, "assistant user", false)]
    [InlineData("json/sgd_dev_dialogues_001.json", 128, 1650, "assistant user", false)]
    [InlineData("jsonl/vcsum_short_dev_40.jsonl", 40, 518, null, false)]
    [InlineData("csv/aci_bench_valid.csv", 20, 1051, "doctor patient patient_guest", false)]
    [InlineData("csv/mts_dialog_validation.csv", 100, 814, "Doctor Guest_clinician Guest_family Patient", false)]
    [InlineData("csv/toyhom_medical_qa_GB18030.csv", 299, 598, "assistant user", false)]
    [InlineData("tsv/taskmaster3_train_bc_200.tsv", 200, null, "assistant user", false)]
    [InlineData("md/jsparty_js-party-156.md", 1, 85, "Amal Hussein Christopher Hiller Divya", false)]
    [InlineData("md/jsparty_js-party-166.md", 1, 529, null, false)]
    [InlineData("md/practicalai_practical-ai-105.md", 1, 86, null, false)]
    [InlineData("md/practicalai_practical-ai-229.md", 1, 36, "Daniel Whitenack Gabriel Ortiz", false)]
    [InlineData("md/shipit_ship-it-76.md", 1, 86, "Ariadne Conill Gerhard Lazu", false)]
    [InlineData("nlp/4453225.nlp", 1, 10, "speaker 0 speaker 1 speaker 2 speaker 3", false)]
    [InlineData("nlp/4469088.nlp", 1, 127, null, false)]
    [InlineData("textgrid/day1_consultation12_doctor.TextGrid", 1, 55, "doctor", true)]
    [InlineData("textgrid/day1_consultation12_patient.TextGrid", 1, 49, "patient", true)]
    [InlineData("textgrid/day3_consultation04_doctor.TextGrid", 1, 55, "doctor", true)]
    [InlineData("textgrid/day3_consultation04_patient.TextGrid", 1, 42, "patient", true)]
    [InlineData("textgrid/day4_consultation09_doctor.TextGrid", 1, 63, "doctor", true)]
    [InlineData("textgrid/day4_consultation09_patient.TextGrid", 1, 61, "patient", true)]
    [InlineData("txt/irc_2004-11-15_03.raw.txt", 1, 1077, null, true)]
    [InlineData("txt/irc_2005-06-27_12.raw.txt", 1, 1018, null, true)]
    [InlineData("txt/irc_2005-08-08_01.raw.txt", 1, 1033, null, true)]
    [InlineData("txt/zoomchat_acde-2026-06-04_238.txt", 1, 253, null, true)]
    [InlineData("txt/zoomchat_acdt-2026-08-10_091.txt", 1, 198, null, true)]
    [InlineData("txt/zoomchat_encryptthemempool-2026-02-18_000.txt", 1, 6, null, true)]
    [InlineData("txt/zoomchat_pqinterop-2026-03-04_029.txt", 1, 43, null, true)]
    [InlineData("txt/zoomchat_sszengineapi-2026-07-24_003.txt", 1, 35, null, true)]
    [InlineData("vtt/acde-2026-06-04_238.vtt", 1, 684, null, true)]
    [InlineData("vtt/acdt-2026-08-10_091.vtt", 1, 454, null, true)]
    [InlineData("vtt/encryptthemempool-2026-02-18_000.vtt", 1, 219, null, true)]
    [InlineData("vtt/pqinterop-2026-03-04_029.vtt", 1, 420, null, true)]
    [InlineData("vtt/sszengineapi-2026-07-24_003.vtt", 1, 155, "Dustin FLCL (Nethermind) Jun Song Justin Traglia Tamaghna Chourdhuri", true)]
    [InlineData("zip/crosswoz_val.json.zip", 500, 8458, "assistant user", false)]
    public async Task Should_find_every_conversation_and_turn(string file, int conversations, int? turns, string? roles, bool timed)
    {
        IReadOnlyList<ParsedRecord> records = await ReadAsync(file);

        Assert.Empty(records.Where(record => record.Refusal is not null).Select(record => $"{record.Position.Line}: {record.Refusal}"));
        Turn[] all = [.. records.SelectMany(record => record.Conversation!.Turns)];
        Assert.Equal(conversations, records.Count);
        Assert.Equal(turns ?? all.Length, all.Length);
        if (roles is not null)
            Assert.Equal(roles, string.Join(' ', all.Select(turn => turn.Role).Distinct().Order(StringComparer.Ordinal)));
        if (!file.StartsWith("md/", StringComparison.Ordinal))
            Assert.All(all, turn => Assert.Equal(timed, turn.At is not null));
        Assert.All(all.Where(turn => turn.At is not null), turn => Assert.Matches(@"^\d\d:\d\d:\d\d(\.\d{3})?$", turn.At));
        Assert.All(records, record => Assert.Equal(file.Contains("toyhom", StringComparison.Ordinal), record.Conversation!.Id is null));
    }

    [Theory]
    [InlineData("md/jsparty_js-party-156.md", 7)]
    [InlineData("md/jsparty_js-party-166.md", 8)]
    [InlineData("md/practicalai_practical-ai-105.md", 7)]
    [InlineData("md/practicalai_practical-ai-229.md", 4)]
    [InlineData("md/shipit_ship-it-76.md", 10)]
    public async Task Should_keep_the_times_that_markdown_has(string file, int times) =>
        Assert.Equal(times, (await ReadAsync(file))[0].Conversation!.Turns.Count(turn => turn.At is not null));

    [Fact]
    public void Should_be_held_to_a_count_for_every_file_that_the_index_lists()
    {
        using var index = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder(), "INDEX.json")));
        IEnumerable<string> counted = typeof(When_real_files_are_read).GetMethod(nameof(Should_find_every_conversation_and_turn))!
            .GetCustomAttributes<InlineDataAttribute>().Select(attribute => (string)attribute.Data[0]!);
        Assert.Equal(
            index.RootElement.EnumerateArray().Select(entry => entry.GetProperty("file").GetString()!).Order(StringComparer.Ordinal),
            counted.Append("jsonl/tweetsumm_test.jsonl").Order(StringComparer.Ordinal));
        Assert.All(index.RootElement.EnumerateArray(), entry =>
            Assert.Equal(entry.GetProperty("bytes").GetInt64(), new FileInfo(Path.Combine(Folder(), entry.GetProperty("file").GetString()!)).Length));
    }

    [Fact]
    public async Task Should_say_why_references_to_tweets_are_not_conversations()
    {
        IReadOnlyList<ParsedRecord> records = await ReadAsync("jsonl/tweetsumm_test.jsonl");
        Assert.Equal(110, records.Count);
        Assert.All(records, record => Assert.Contains("none of their words", record.Refusal, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("day1_consultation12", 104)]
    [InlineData("day3_consultation04", 97)]
    [InlineData("day4_consultation09", 124)]
    public async Task Should_merge_the_sides_of_a_recording_by_time(string name, int turns)
    {
        byte[] archive = Some.Zip([.. Directory.EnumerateFiles(Path.Combine(Folder(), "textgrid")).Order(StringComparer.Ordinal).Select(file => (Path.GetFileName(file), File.ReadAllBytes(file)))]);
        IReadOnlyList<ParsedRecord> records = await Parsed.OfAsync(archive, "all.zip");

        Assert.Equal(3, records.Count);
        ParsedConversation conversation = Assert.Single(records, record => record.Conversation!.Id == name).Conversation!;
        Assert.Equal(turns, conversation.Turns.Count);
        Assert.Equal(["doctor", "patient"], conversation.Turns.Select(turn => turn.Role).Distinct().Order());
        Assert.Equal(conversation.Turns.Select(turn => turn.At).Order(StringComparer.Ordinal), conversation.Turns.Select(turn => turn.At));
    }

    [Fact]
    public async Task Should_tell_the_encoding_that_is_not_utf_8()
    {
        IReadOnlyList<ParsedRecord> records = await ReadAsync("csv/toyhom_medical_qa_GB18030.csv");
        Assert.All(records, record => Assert.Equal("GB18030", record.Conversation!.Encoding));
        Assert.All(records, record => Assert.DoesNotContain('\uFFFD', record.Conversation!.Turns[0].Text));
    }

    private static async Task<IReadOnlyList<ParsedRecord>> ReadAsync(string file)
    {
        await using FileStream stream = File.OpenRead(Path.Combine(Folder(), file));
        return await Parsed.OfAsync(stream, Path.GetFileName(file));
    }

    private static string Folder()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string raw = Path.Combine(folder.FullName, "..", "shared", "data", "dialogues", "raw");
            if (File.Exists(Path.Combine(folder.FullName, "DialInsight.sln")) && Directory.Exists(raw))
                return raw;
        }

        Assert.Skip("The published dialogues are not at hand: ../shared/data/dialogues/raw beside the repository holds them.");
        return "";
    }
}
