using System.Net;
using System.Text;
using System.Text.Json;
using DialInsight.Client.Transcripts;
using DialInsight.Ingest.Tests.Fixtures;

namespace DialInsight.Ingest.Tests;

public sealed class When_a_format_is_read(IngestHost host) : IClassFixture<IngestHost>
{
    private static readonly Encoding s_big5 = CodePagesEncodingProvider.Instance.GetEncoding(950)!;

    [Fact]
    public async Task Should_take_one_json_conversation()
    {
        JsonElement kept = await host.KeptAsync(Some.Conversation(more: "\"id\":\"a\",\"subject\":\"s-1\",\"channel\":\"counter\","), "a.json");

        Assert.Equal("s-1", kept.GetProperty("subject").GetString());
        Assert.Equal("desk", kept.GetProperty("channel").GetString());
        Assert.Equal(["reader", "librarian"], Roles(kept));
    }

    [Fact]
    public async Task Should_tell_the_line_of_each_element_of_an_array()
    {
        IngestAnswer answer = await host.TakeAsync($"[\n{Some.Conversation()},\n\n{{\"turns\":3}},\n{Some.Conversation()}\n]\n", "a.json");

        Assert.Equal([0, 2], answer.Accepted.Select(record => record.Index));
        RejectedRecord rejected = Assert.Single(answer.Rejected);
        Assert.Equal((1, 4), (rejected.Index, rejected.Line));
        Assert.Contains("`turns` must be an array", rejected.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[{0},\n{1},\n{\"turns\":[", 3, "in the middle")]
    [InlineData("[{0},\n{1}", 2, "in the middle")]
    [InlineData("[{0},{1}]\nand more", 2, "follows the array")]
    [InlineData("[{0},{1},\n{\"turns\":[}]}", 2, "not valid JSON")]
    public async Task Should_keep_what_stands_before_the_break_of_an_array(string body, int line, string reason)
    {
        string whole = body.Replace("{0}", Some.Conversation(), StringComparison.Ordinal).Replace("{1}", Some.Conversation(), StringComparison.Ordinal);
        IngestAnswer answer = await host.TakeAsync(whole, "broken.json");

        Assert.InRange(answer.Accepted.Count, 1, 2);
        Assert.Equal(line, answer.Rejected[0].Line);
        Assert.Contains(reason, answer.Rejected[0].Reason, StringComparison.Ordinal);
        Assert.Contains(answer.Accepted, record => record.Index == 0);
    }

    [Fact]
    public async Task Should_lose_only_the_broken_line_of_json_lines()
    {
        string body = $"\uFEFF{Some.Conversation()}\r\n\r\n{{\"turns\":[{{\"role\":\"reader\"}}]}}\n{{\"turns\" oh\n[]\n{Some.Conversation()}";
        IngestAnswer answer = await host.TakeAsync(body, "many.jsonl");

        Assert.Equal([0, 4], answer.Accepted.Select(record => record.Index));
        Assert.Equal([3, 4, 5], answer.Rejected.Select(record => record.Line));
        Assert.Equal("turns[0].text is missing", answer.Rejected[0].Reason);
        Assert.StartsWith("not valid JSON at byte 9", answer.Rejected[1].Reason, StringComparison.Ordinal);
        Assert.Contains("this is an array", answer.Rejected[2].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_read_lines_of_a_speaker_and_words()
    {
        string words = Some.Words();
        JsonElement kept = await host.KeptAsync(
            $"Minutes of a talk\n\n[00:12] Reader: Where is {words}?\n00:15 Librarian: Upstairs,\non the left, open at 12:30.\n(2026-05-01 09:30:05) Visitor: Thanks: bye\n", "talk.txt");

        Assert.Equal(["reader", "librarian", "reader"], Roles(kept));
        Assert.Equal([$"Where is {words}?", "Upstairs, on the left, open at 12:30.", "Thanks: bye"], Texts(kept));
        Assert.Equal(["00:00:12", "00:00:15", "2026-05-01T09:30:05"], kept.GetProperty("turns").EnumerateArray().Select(turn => turn.GetProperty("at").GetString()));
    }

    [Fact]
    public async Task Should_read_the_chinese_colon_and_times_without_a_space_after_them()
    {
        string words = Some.Words();
        JsonElement kept = await host.KeptAsync($"[00:12]读者：请问{words}在哪里？\n【00:15】馆员：在二楼，\n明天下午3:30开放。\n说话人1:30万本书吗", "谈话.txt");

        Assert.Equal(["reader", "librarian", "说话人1"], Roles(kept));
        Assert.Equal([$"请问{words}在哪里？", "在二楼，明天下午3:30开放。", "30万本书吗"], Texts(kept));
        Assert.Equal("zh", kept.GetProperty("language").GetString());
    }

    [Fact]
    public async Task Should_read_the_files_of_an_archive_and_of_an_upload()
    {
        byte[] Archive() => Some.Zip(
            ("../../etc/passwd.jsonl", Encoding.UTF8.GetBytes(Some.Conversation())),
            ("C:\\talks\\one.txt", Encoding.UTF8.GetBytes($"Reader: Where is {Some.Words()}?\nLibrarian: Upstairs.")),
            ("__MACOSX/._one.txt", [0, 1]),
            ("inner.zip", Some.Zip(("x.txt", "Reader: x"u8.ToArray()))),
            ("notes.docx", [1]));
        IngestAnswer packed = await host.TakeAsync(Archive(), "talks.zip");

        Assert.Equal(2, packed.Accepted.Count);
        Assert.Equal(["inner.zip", "notes.docx"], packed.Rejected.Select(record => record.File));
        Assert.Contains("unpack it first", packed.Rejected[0].Reason, StringComparison.Ordinal);

        using var upload = new MultipartFormDataContent
        {
            { new ByteArrayContent(Encoding.UTF8.GetBytes(Some.Conversation())), "files", "one.json" },
            { new StringContent("a form's field"), "note" },
            { new ByteArrayContent(Archive()), "files", "talks.zip" },
            { new ByteArrayContent([1]), "files", "picture.png" },
        };
        using HttpResponseMessage response = await host.Client.PostAsync(new Uri("/transcripts", UriKind.Relative), upload);
        var answer = JsonSerializer.Deserialize<IngestAnswer>(await response.Content.ReadAsStringAsync(), IngestHost.Json)!;
        Assert.Equal(HttpStatusCode.MultiStatus, response.StatusCode);
        Assert.Equal([0, 1, 2], answer.Accepted.Select(record => record.Index));
        Assert.Equal("picture.png", answer.Rejected[^1].File);
    }

    [Theory]
    [InlineData("{\"turns\":[{\"role\":\"reader\",\"text\":\"#\"}]}")]
    [InlineData("\uFEFF [\n{\"turns\":[{\"role\":\"reader\",\"text\":\"#\"}]}]")]
    [InlineData("{\n\"turns\":[{\"role\":\"reader\",\"text\":\"#\"}]}")]
    [InlineData("{\"turns\":[{\"role\":\"reader\",\"text\":\"#\"}]}\n{\"turns\":[{\"role\":\"reader\",\"text\":\"# too\"}]}")]
    [InlineData("[00:01] Reader: #")]
    [InlineData("Reader: #")]
    public async Task Should_tell_the_format_by_how_it_begins(string body)
    {
        string words = Some.Words();
        using HttpResponseMessage response = await host.PostAsync(body.Replace("#", words, StringComparison.Ordinal), contentType: null);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        var answer = JsonSerializer.Deserialize<IngestAnswer>(await response.Content.ReadAsStringAsync(), IngestHost.Json)!;
        Assert.Equal([words], Texts(await host.GetAsync($"/transcripts/{answer.Accepted[0].Id}")));
    }

    [Fact]
    public async Task Should_read_utf_16_and_refuse_what_is_no_text()
    {
        string words = Some.Words();
        byte[] wide = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes($"读者：{words}")];
        byte[] other = [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes($"读者：{words} 另外")];

        Assert.Single((await host.TakeAsync(wide, "wide.txt")).Accepted);
        Assert.Single((await host.TakeAsync(other, "other.txt")).Accepted);
        RejectedRecord rejected = Assert.Single((await host.TakeAsync([0x52, 0x3A, 0x20, 0xE9, 0x20, 0xFC], "latin.txt")).Rejected);
        Assert.Contains("save it as UTF-8", rejected.Reason, StringComparison.Ordinal);
        Assert.Contains("UTF-8", Assert.Single((await host.TakeAsync([.. "{\"turns\":[{\"role\":\"r\",\"text\":\""u8, 0xC4, .. "\"}]}"u8], "bad.json")).Rejected).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_take_the_charset_that_the_request_names()
    {
        string words = Some.Words();
        using HttpResponseMessage response = await host.PostAsync(s_big5.GetBytes($"讀者：鑫淼 {words}\n館員：垚"), "text/plain; charset=big5");
        var answer = JsonSerializer.Deserialize<IngestAnswer>(await response.Content.ReadAsStringAsync(), IngestHost.Json)!;
        JsonElement kept = await host.GetAsync($"/transcripts/{Assert.Single(answer.Accepted).Id}");
        Assert.Equal($"鑫淼 {words}", kept.GetProperty("turns")[0].GetProperty("text").GetString());
        Assert.Equal("Big5", kept.GetProperty("encoding").GetString());
    }

    [Fact]
    public async Task Should_tell_the_script_and_the_encoding_with_the_transcript()
    {
        JsonElement simplified = await host.KeptAsync($"读者：你好，请问这本书还有没有？我想借两个星期。\n馆员：有的，在二楼，谢谢您。{Some.Words()}", "a.txt");
        JsonElement traditional = await host.KeptAsync(s_big5.GetBytes($"讀者：你好，請問這本書還有沒有？我想借兩個星期。\n館員：有的，在二樓，謝謝您。{Some.Words()}"), "b.txt");
        Assert.Equal(("zh", "zh-Hans", JsonValueKind.Null), (simplified.GetProperty("language").GetString(), simplified.GetProperty("script").GetString(), simplified.GetProperty("encoding").ValueKind));
        Assert.Equal(("zh", "zh-Hant", "Big5"), (traditional.GetProperty("language").GetString(), traditional.GetProperty("script").GetString(), traditional.GetProperty("encoding").GetString()));
    }

    [Fact]
    public async Task Should_hold_records_to_the_mapping_that_the_request_names()
    {
        IngestAnswer answer = await host.TakeAsync(Some.Conversation(), "a.json", "&mapping=sharegpt");
        Assert.Contains("the mapping sharegpt", Assert.Single(answer.Rejected).Reason, StringComparison.Ordinal);

        using HttpResponseMessage response = await host.PostAsync("{}", "application/json", "?mapping=nonesuch");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        JsonElement problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        Assert.Contains("sharegpt", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_merge_the_sides_of_a_recording_that_are_sent_together()
    {
        static ByteArrayContent Side(string words) => new(Encoding.UTF8.GetBytes($"\"ooTextFile\" \"TextGrid\" 0 9 1 \"IntervalTier\" \"a\" 0 9 1 0 1 \"{words}\""));
        using var upload = new MultipartFormDataContent
        {
            { Side(Some.Words()), "files", "call7_patient.TextGrid" },
            { Side(Some.Words()), "files", "call7_doctor.TextGrid" },
        };
        using HttpResponseMessage response = await host.Client.PostAsync(new Uri("/transcripts", UriKind.Relative), upload);
        var answer = JsonSerializer.Deserialize<IngestAnswer>(await response.Content.ReadAsStringAsync(), IngestHost.Json)!;
        Assert.Equal("call7", Assert.Single(answer.Accepted).RecordId);
    }

    private static string[] Roles(JsonElement transcript) => [.. transcript.GetProperty("turns").EnumerateArray().Select(turn => turn.GetProperty("role").GetString()!)];

    private static string[] Texts(JsonElement transcript) => [.. transcript.GetProperty("turns").EnumerateArray().Select(turn => turn.GetProperty("text").GetString()!)];
}
