using System.Text;
using DialInsight.Conversations.Parsing;
using DialInsight.Conversations.Tests.Fixtures;

namespace DialInsight.Conversations.Tests;

/// <summary>Formats with a time for everything that is said.</summary>
public sealed class When_subtitles_and_recordings_are_read
{
    private const string Doctor =
        "File type = \"ooTextFile\"\r\nObject class = \"TextGrid\"\r\n\r\nxmin = 0\r\nxmax = 9\r\ntiers? <exists> \r\nsize = 1\r\nitem []:\r\n\titem [1]:\r\n"
        + "\t\tclass = \"IntervalTier\"\r\n\t\tname = \"Speaker\"\r\n\t\txmin = 0 \r\n\t\txmax = 9\r\n\t\tintervals: size = 3\r\n"
        + "\t\tintervals [1]:\r\n\t\t\txmin = 0.5\r\n\t\t\txmax = 2\r\n\t\t\ttext = \"What is \"\"it\"\"?\"\r\n"
        + "\t\tintervals [2]:\r\n\t\t\txmin = 2\r\n\t\t\txmax = 6.25\r\n\t\t\ttext = \"\"\r\n"
        + "\t\tintervals [3]:\r\n\t\t\txmin = 6.25\r\n\t\t\txmax = 9\r\n\t\t\ttext = \"I see.\"\r\n";

    // The short form: the same values and nothing else.
    private const string Patient =
        "File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n\n0\n9\n<exists>\n2\n\"IntervalTier\"\n\"Speaker\"\n0\n9\n2\n0\n2\n\"\"\n2\n6\n\"A cough.\"\n"
        + "\"TextTier\"\n\"clicks\"\n0\n9\n1\n3\n\"click\"\n";

    [Theory]
    [InlineData(
        "1\r\n00:00:01,200 --> 00:00:02,000\r\nMira: Hello\r\nthere\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\n<i>Good</i> day\r\n\r\n3\r\n00:00:05,000 --> 00:00:06,000\r\nTomas: Hi\r\n",
        "Mira|Hello there|00:00:01.200\nMira|Good day|00:00:03.000\nTomas|Hi|00:00:05.000")]
    [InlineData("1\n00:00:01,000 --> 00:00:02,000\nNo name here\n", "speaker|No name here|00:00:01.000")]
    [InlineData("1\n00:00:01,000 --> 00:00:02,000\n米拉：你好\n", "米拉|你好|00:00:01.000")]
    public async Task Should_read_subrip(string text, string turns)
    {
        Assert.Equal(turns, Parsed.Lines(await Parsed.OneAsync(text, "talk.srt")));
        Assert.Equal(turns, Parsed.Lines(await Parsed.OneAsync(text, "talk.txt")));
        Assert.Equal(turns, Parsed.Lines(await Parsed.OneAsync(text, null)));
    }

    [Fact]
    public async Task Should_read_webvtt_with_and_without_voices()
    {
        const string Text = """
            WEBVTT - a talk

            STYLE
            ::cue { color: red }

            NOTE said by: nobody

            intro
            00:01.000 --> 00:02.000 align:start
            <v Mira Olsen>Fish &amp; chips</v> <v.loud Tomas>for <c.yellow>two</c>?

            01:00:03.500 --> 01:00:04.000
            Tomas: see https://shop.example

            01:00:05.000 --> 01:00:06.000
            and <00:00:05.500>more 2 < 3
            """;
        Assert.Equal(
            "Mira Olsen|Fish & chips|00:00:01.000\nTomas|for two?|00:00:01.000\nTomas|see https://shop.example|01:00:03.500\nTomas|and more 2 < 3|01:00:05.000",
            Parsed.Lines(await Parsed.OneAsync(Text, "talk.vtt")));
    }

    [Fact]
    public async Task Should_read_one_side_of_a_textgrid_alone()
    {
        Assert.Equal("doctor|What is \"it\"?|00:00:00.500\ndoctor|I see.|00:00:06.250", Parsed.Lines(await Parsed.OneAsync(Doctor, "call7_doctor.TextGrid")));
        Assert.Equal("Speaker|A cough.|00:00:02", Parsed.Lines(await Parsed.OneAsync(Patient, "call7.textgrid")));
    }

    [Fact]
    public async Task Should_merge_the_sides_of_a_textgrid_in_an_archive()
    {
        byte[] patient = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Patient)];
        const string Merged = "doctor|What is \"it\"?|00:00:00.500\npatient|A cough.|00:00:02\ndoctor|I see.|00:00:06.250";
        IReadOnlyList<ParsedRecord> records = await Parsed.OfAsync(
            Some.Zip(("a/call7_patient.TextGrid", patient), ("b.txt", "Mira: hi"u8.ToArray()), ("a/call7_doctor.TextGrid", Encoding.UTF8.GetBytes(Doctor)), ("b/call7_doctor.TextGrid", Encoding.UTF8.GetBytes(Doctor))), "calls.zip");
        Assert.Equal(["call7", "b", "call7_doctor"], records.Select(record => record.Conversation!.Id));
        Assert.Equal(Merged, Parsed.Lines(records[0].Conversation!));
        Assert.Equal("a/call7", records[0].Position.File);
    }

    [Fact]
    public async Task Should_refuse_a_recording_of_which_one_side_is_broken()
    {
        IReadOnlyList<ParsedRecord> records = await Parsed.OfAsync(
            Some.Zip(("call7_patient.TextGrid", "no grid"u8.ToArray()), ("call7_doctor.TextGrid", Encoding.UTF8.GetBytes(Doctor))), "calls.zip");
        Assert.Contains("ooTextFile", Assert.Single(records).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_read_word_rows()
    {
        const string Rows = "token|speaker|ts|endTs|punctuation|prepunctuation|case|tags\nGood|1|0.25|0.50|||UC|[]\nday|1|0.5|0.75|.||LC|[]\nHi|2|||,|(|UC|[]\nyou|2|||)||LC|[]\nSo|1|61|62|…||UC|[]\n";
        const string Turns = "speaker 1|Good day.|00:00:00.250\nspeaker 2|(Hi, you)\nspeaker 1|So…|00:01:01";
        Assert.Equal(Turns, Parsed.Lines(await Parsed.OneAsync(Rows, "call.nlp")));
        Assert.Equal(Turns, Parsed.Lines(await Parsed.OneAsync(Rows, null)));
        Assert.Contains("token|speaker", Assert.Single(await Parsed.OfAsync("word|who\na|b", "call.nlp")).Refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("talk.srt", "no cue at all", "there is no cue")]
    [InlineData("talk.TextGrid", "File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n", "no tier has an interval with words")]
    [InlineData("talk.nlp", "token|speaker\n", "there is no row with a word")]
    public async Task Should_say_that_there_is_nothing(string file, string text, string reason) =>
        Assert.Contains(reason, Assert.Single(await Parsed.OfAsync(text, file)).Refusal, StringComparison.Ordinal);
}
