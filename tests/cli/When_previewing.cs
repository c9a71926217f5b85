using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace DialInsight.Cli.Tests;

public sealed class When_previewing : IDisposable
{
    private const string Key = "a key for these tests only";

    private readonly string _folder = Directory.CreateTempSubdirectory("dialinsight-preview-").FullName;

    public When_previewing()
    {
        Write("calls.jsonl", """
            {"id":"c-1","scenario":"zoo","turns":[{"role":"customer","text":"<p>My name is Harriet Quill, call 415-555-0132.</p>"},{"role":"agent","text":"Um, thank you, Ms. Quill. [laughs] It costs 12 dollars."},{"role":"customer","text":"[图片]"}]}
            {"turns":3}
            {"id":"c-2","turns":[{"role":"agent","text":"Mira joined the chat"}]}
            """);
        Write("chat/谈话.txt", "客户：你好，电话13812345678\n客服：您好，请问有什么可以帮您？");
        Write("chat/notes.docx", "no");
        using ZipArchive archive = ZipFile.Open(Path.Combine(_folder, "more.zip"), ZipArchiveMode.Create);
        using Stream entry = archive.CreateEntry("inner/talk.csv").Open();
        entry.Write(Encoding.UTF8.GetBytes("speaker,text\nagent,Good morning to all of you\ncustomer,Good morning to you too\n"));
    }

    [Fact]
    public async Task Each_conversation_is_a_line_of_json_and_so_is_each_refusal()
    {
        Tool.Outcome outcome = await Tool.RunAsync("", "preview", _folder, "--json", "--domain", "customer-support", "--key", Key);
        Assert.Equal((2, 0), (outcome.ExitCode, outcome.Errors.Length));
        JsonElement[] lines = [.. outcome.Output.Select(line => JsonDocument.Parse(line).RootElement)];

        JsonElement call = lines[0];
        Assert.Equal(("c-1", "json-lines", "customer-support", "en"), (Text(call, "record"), Text(call, "format"), Text(call, "domain"), Text(call, "language")));
        JsonElement first = call.GetProperty("turns")[0];
        Assert.DoesNotContain("Quill", call.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(["name", "phone"], first.GetProperty("pseudonyms").EnumerateArray().Select(mark => Text(mark, "type")));
        JsonElement phone = first.GetProperty("pseudonyms")[1];
        Assert.Matches(@"^\d{3}-\d{3}-\d{4}$", Text(first, "text")![phone.GetProperty("start").GetInt32()..phone.GetProperty("end").GetInt32()]);
        Assert.Equal("""{"annotations":1,"boilerplate":1,"empty-turns":1,"html":1}""", call.GetProperty("cleaned").GetRawText());
        Assert.Contains(call.GetProperty("removed").EnumerateArray(), removed => Text(removed, "text") == "[laughs]");
        Assert.Equal("""[{"kind":"scenario-unknown","value":"zoo"}]""", call.GetProperty("notes").GetRawText());

        Assert.Contains("`turns` must be an array", Text(lines[1], "refused"), StringComparison.Ordinal);
        Assert.Equal(2, lines[1].GetProperty("line").GetInt32());
        Assert.Contains("cleaning removed boilerplate 1", Text(lines[2], "refused"), StringComparison.Ordinal);
        JsonElement summary = lines[^1].GetProperty("summary");
        Assert.Equal((3, 3, 4), (summary.GetProperty("kept").GetInt32(), summary.GetProperty("refused").GetInt32(), summary.GetProperty("files").GetInt32()));
        Assert.Equal("""{"json-lines":1,"table":1,"text":1}""", summary.GetProperty("formats").GetRawText());
    }

    [Fact]
    public async Task People_see_turns_marks_removals_refusals_and_sums()
    {
        Tool.Outcome outcome = await Tool.RunAsync("", "preview", _folder, "--fillers", "--key", Key);
        string text = string.Join('\n', outcome.Output);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("‹phone›", text, StringComparison.Ordinal);
        Assert.Contains("customer: My name is", text, StringComparison.Ordinal);
        Assert.Contains("removed annotations 1, boilerplate 1, empty-turns 1, fillers 1, html 1", text, StringComparison.Ordinal);
        Assert.Contains("refused line 2: `turns` must be an array", text, StringComparison.Ordinal);
        Assert.Contains("a file of this kind cannot be read", text, StringComparison.Ordinal);
        Assert.Contains("inner/talk.csv", text, StringComparison.Ordinal);
        Assert.Contains("6: 3 kept, 3 refused", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Quill", text, StringComparison.Ordinal);
        Assert.DoesNotContain("13812345678", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_key_gives_the_same_lines()
    {
        string[] arguments = ["preview", Path.Combine(_folder, "calls.jsonl"), "--json", "--key", Key];
        Assert.Equal((await Tool.RunAsync("", arguments)).Output, (await Tool.RunAsync("", arguments)).Output);
    }

    [Fact]
    public async Task What_is_fine_ends_with_0() =>
        Assert.Equal(0, (await Tool.RunAsync("", "preview", Path.Combine(_folder, "more.zip"))).ExitCode);

    [Theory]
    [InlineData("there is no domain pack zoo", "--domain", "zoo")]
    [InlineData("there is no field mapping zoo", "--mapping", "zoo")]
    [InlineData("needs at least 16 bytes", "--key", "short")]
    [InlineData("--show must be 0 or more", "--show", "-1")]
    public async Task A_mistaken_option_is_told_on_one_line(string message, params string[] options)
    {
        Tool.Outcome outcome = await Tool.RunAsync("", ["preview", _folder, .. options]);
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(message, string.Join('\n', outcome.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_leads_in_a_circle_is_walked_once()
    {
        string folder = Path.Combine(_folder, "chat");
        Directory.CreateSymbolicLink(Path.Combine(folder, "again"), _folder);
        Write("chat/.git/HEAD", "ref: main");

        Tool.Outcome outcome = await Tool.RunAsync("", "preview", _folder, "--json");

        using JsonDocument last = JsonDocument.Parse(outcome.Output[^1]);
        Assert.Equal(4, last.RootElement.GetProperty("summary").GetProperty("files").GetInt32());
    }

    [Fact]
    public async Task Standard_input_is_read_by_how_it_begins()
    {
        Tool.Outcome outcome = await Tool.RunAsync("speaker,text\nagent,Good morning to all of you\ncustomer,Good morning to you too\n", "preview", "-", "--json", "--key", Key);
        Assert.Equal((0, "table"), (outcome.ExitCode, Text(JsonDocument.Parse(outcome.Output[0]).RootElement, "format")));
    }

    [Fact]
    public async Task A_path_that_is_not_there_is_an_error()
    {
        Tool.Outcome outcome = await Tool.RunAsync("", "preview", Path.Combine(_folder, "none"));
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("There is no file or folder", Assert.Single(outcome.Errors), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private void Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
