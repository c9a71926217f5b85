using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using DialInsight.Client.Transcripts;
using DialInsight.Hosting;
using DialInsight.Ingest.Tests.Fixtures;

namespace DialInsight.Ingest.Tests;

/// <summary>A service with limits that a test can reach.</summary>
public sealed class NarrowIngestHost : IngestHost
{
    public const int LineBytes = 2048, DocumentBytes = 1024, JsonDepth = 8, Turns = 5, TurnCharacters = 300, TableColumns = 6, ArchiveEntries = 3, ArchiveBytes = 8192, UploadFiles = 2, RequestBytes = 65_536;

    protected override IEnumerable<string> Settings =>
    [
        $"--Ingest:Limits:LineBytes={LineBytes}", $"--Ingest:Limits:DocumentBytes={DocumentBytes}", $"--Ingest:Limits:JsonDepth={JsonDepth}", $"--Ingest:Limits:Turns={Turns}",
        $"--Ingest:Limits:TurnCharacters={TurnCharacters}", $"--Ingest:Limits:TableColumns={TableColumns}", $"--Ingest:Limits:ArchiveEntries={ArchiveEntries}",
        $"--Ingest:Limits:ArchiveBytes={ArchiveBytes}", "--Ingest:Limits:ArchiveRatio=20", $"--Ingest:Limits:UploadFiles={UploadFiles}", $"--Ingest:Limits:RequestBytes={RequestBytes}",
    ];
}

public sealed class When_a_request_goes_over_a_limit(NarrowIngestHost host) : IClassFixture<NarrowIngestHost>
{
    [Theory]
    [InlineData(nameof(NarrowIngestHost.LineBytes), NarrowIngestHost.LineBytes)]
    [InlineData(nameof(NarrowIngestHost.JsonDepth), NarrowIngestHost.JsonDepth)]
    [InlineData(nameof(NarrowIngestHost.Turns), NarrowIngestHost.Turns)]
    [InlineData(nameof(NarrowIngestHost.TurnCharacters), NarrowIngestHost.TurnCharacters)]
    public async Task A_line_beyond_it_is_refused_by_name_and_the_others_are_kept(string limit, int most)
    {
        foreach ((int size, bool fits) in Around(most))
        {
            IngestAnswer answer = await host.TakeAsync($"{Some.Conversation()}\n{Line(limit, size)}\n{Some.Conversation()}", "limits.jsonl");
            Assert.Equal(fits ? [0, 1, 2] : [0, 2], answer.Accepted.Select(record => record.Index));
            if (!fits)
                Refused(limit, (1, 2), Assert.Single(answer.Rejected));
        }
    }

    [Theory]
    [InlineData(nameof(NarrowIngestHost.LineBytes), "element")]
    [InlineData(nameof(NarrowIngestHost.DocumentBytes), "text")]
    [InlineData(nameof(NarrowIngestHost.DocumentBytes), "json")]
    [InlineData(nameof(NarrowIngestHost.LineBytes), "row")]
    [InlineData(nameof(NarrowIngestHost.TableColumns), "table")]
    [InlineData(nameof(NarrowIngestHost.Turns), "rows")]
    public async Task A_file_beyond_it_is_refused_by_name_and_the_others_of_its_archive_are_kept(string limit, string kind)
    {
        int most = limit switch { nameof(NarrowIngestHost.LineBytes) => NarrowIngestHost.LineBytes, nameof(NarrowIngestHost.DocumentBytes) => NarrowIngestHost.DocumentBytes, nameof(NarrowIngestHost.Turns) => NarrowIngestHost.Turns, _ => NarrowIngestHost.TableColumns };
        foreach ((int size, bool fits) in Around(most))
        {
            (string name, string content) = FileOf(kind, size);
            byte[] archive = Archive((name, Utf8(content)), ("good.json", Utf8(Some.Conversation())));
            IngestAnswer answer = await host.TakeAsync(archive, "limits.zip");
            Assert.Equal(fits ? 2 : 1, answer.Accepted.Count);
            if (!fits)
                Assert.Contains($"(Ingest:Limits:{limit})", Assert.Single(answer.Rejected).Reason, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_archive_of_too_many_files_is_refused_by_name()
    {
        foreach ((int files, bool fits) in Around(NarrowIngestHost.ArchiveEntries))
            await ArchiveAsync(nameof(NarrowIngestHost.ArchiveEntries), Archive([.. Enumerable.Range(0, files).Select(file => ($"{file}.json", Utf8(Some.Conversation())))]), fits);
    }

    [Fact]
    public async Task An_archive_of_too_much_is_refused_by_name()
    {
        foreach ((int bytes, bool fits) in Around(NarrowIngestHost.ArchiveBytes))
        {
            byte[][] lines = [.. Enumerable.Range(0, 8).Select(_ => Utf8(Some.Conversation() + "\n"))];
            int spaces = bytes - lines.Sum(line => line.Length);
            await ArchiveAsync(nameof(NarrowIngestHost.ArchiveBytes), Archive(("a.jsonl", [.. lines.SelectMany(line => line), .. Enumerable.Repeat((byte)'\n', spaces)])), fits);
        }
    }

    [Fact]
    public async Task An_archive_that_grows_out_of_proportion_is_refused_by_name()
    {
        string line = Some.Conversation();
        await ArchiveAsync("ArchiveRatio", Archive(CompressionLevel.Optimal, ("a.jsonl", Utf8($"{line}{new string('\n', 1000)}"))), fits: true);
        await ArchiveAsync("ArchiveRatio", Archive(CompressionLevel.Optimal, ("a.jsonl", Utf8($"{line}{new string('\n', 8000)}"))), fits: false);
    }

    [Fact]
    public async Task An_archive_in_an_archive_is_not_opened()
    {
        IngestAnswer answer = await host.TakeAsync(Archive(("inner.zip", Archive(("a.json", Utf8(Some.Conversation())))), ("good.json", Utf8(Some.Conversation()))), "outer.zip");
        Assert.Single(answer.Accepted);
        Assert.Contains("unpack it first", Assert.Single(answer.Rejected).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upload_of_too_many_files_is_read_up_to_the_limit()
    {
        foreach ((int files, bool fits) in Around(NarrowIngestHost.UploadFiles))
        {
            using var form = new MultipartFormDataContent();
            for (int file = 0; file < files; file++)
                form.Add(new ByteArrayContent(Utf8(Some.Conversation())), "files", $"{file}.json");
            using HttpResponseMessage response = await host.Client.PostAsync(new Uri("/transcripts", UriKind.Relative), form, TestContext.Current.CancellationToken);
            IngestAnswer answer = JsonSerializer.Deserialize<IngestAnswer>(await response.Content.ReadAsStringAsync(), IngestHost.Json)!;
            Assert.Equal(Math.Min(files, NarrowIngestHost.UploadFiles), answer.Accepted.Count);
            if (!fits)
                Refused(nameof(NarrowIngestHost.UploadFiles), (2, null), Assert.Single(answer.Rejected));
        }
    }

    [Fact]
    public async Task A_request_that_says_it_is_too_large_is_refused_by_name()
    {
        foreach ((int bytes, bool fits) in Around(NarrowIngestHost.RequestBytes))
        {
            using HttpResponseMessage response = await host.PostAsync(Padded(bytes), "application/x-ndjson");
            Assert.Equal(fits ? HttpStatusCode.Accepted : HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
            if (!fits)
                Assert.Contains("(Ingest:Limits:RequestBytes)", JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_request_that_turns_out_too_large_is_kept_up_to_there()
    {
        foreach ((int bytes, bool fits) in Around(NarrowIngestHost.RequestBytes))
        {
            // Without a length, as a stream is sent.
            using var content = new StreamContent(new MemoryStream(Padded(bytes)));
            content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
            using var request = new HttpRequestMessage(HttpMethod.Post, "/transcripts") { Content = content };
            request.Headers.TransferEncodingChunked = true;
            using HttpResponseMessage response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
            IngestAnswer answer = JsonSerializer.Deserialize<IngestAnswer>(await response.Content.ReadAsStringAsync(), IngestHost.Json)!;
            Assert.Equal([0, 1], answer.Accepted.Select(record => record.Index));
            if (!fits)
                Refused("RequestBytes", (2, null), Assert.Single(answer.Rejected));
        }
    }

    [Theory]
    [InlineData("Ingest:Limits:Turns", "0")]
    [InlineData("Ingest:Limits:JsonDepth", "1000")]
    [InlineData("Ingest:Limits:RequestBytes", "lots")]
    public async Task A_limit_that_makes_no_sense_stops_the_start(string setting, string value)
    {
        using var errors = new StringWriter();
        TextWriter before = Console.Error;
        Console.SetError(errors);
        int exit;
        try
        {
            exit = await ServiceHost.RunAsync(
                [$"--{setting}={value}", "--urls=http://127.0.0.1:0", $"--Storage:Path={Path.GetTempPath()}"], "ingest", builder => builder.AddIngest(), app => app.MapIngest());
        }
        finally
        {
            Console.SetError(before);
        }

        Assert.Equal(1, exit);
        Assert.Contains(setting, errors.ToString(), StringComparison.Ordinal);
    }

    private static IEnumerable<(int Size, bool Fits)> Around(int most) => [(most - 1, true), (most, true), (most + 1, false)];

    private static void Refused(string limit, (int Index, int? Line) place, RejectedRecord record)
    {
        Assert.Equal(place, (record.Index, record.Line));
        Assert.Contains($"(Ingest:Limits:{limit})", record.Reason, StringComparison.Ordinal);
    }

    private async Task ArchiveAsync(string limit, byte[] archive, bool fits)
    {
        IngestAnswer answer = await host.TakeAsync(archive, "limits.zip");
        Assert.Equal(fits, answer.Rejected.Count == 0);
        Assert.Equal(fits, answer.Accepted.Count > 0);
        if (!fits)
            Assert.Contains($"(Ingest:Limits:{limit})", Assert.Single(answer.Rejected).Reason, StringComparison.Ordinal);
    }

    private static string Line(string limit, int size) => limit switch
    {
        nameof(NarrowIngestHost.LineBytes) => Sized(Some.Conversation(), size),
        nameof(NarrowIngestHost.JsonDepth) => Some.Conversation(more: $"\"x\":{new string('[', size - 1)}{new string(']', size - 1)},"),
        nameof(NarrowIngestHost.Turns) => $"{{\"turns\":[{string.Join(',', Enumerable.Range(0, size).Select(turn => $"{{\"role\":\"r{turn % 2}\",\"text\":\"{Some.Words()}\"}}"))}]}}",
        _ => $"{{\"turns\":[{{\"role\":\"reader\",\"text\":\"{Long(size)}\"}},{{\"role\":\"librarian\",\"text\":\"yes\"}}]}}",
    };

    private static (string Name, string Content) FileOf(string kind, int size) => kind switch
    {
        "element" => ("a.json", $"[{Sized(Some.Conversation(), size)}]"),
        "text" => ("a.txt", Sized($"Reader: {Some.Words()}\nLibrarian: upstairs", size, '\n')),
        "json" => ("a.json", Sized(Some.Conversation(), size)),
        "row" => ("a.csv", $"speaker,text,note\n{Sized($"reader,{Some.Words()},", size, 'n')}"),
        "rows" => ("a.csv", $"speaker,text\n{string.Join('\n', Enumerable.Range(0, size).Select(turn => $"r{turn % 2},{Some.Words()}"))}"),
        _ => ("a.csv", $"speaker,text{string.Concat(Enumerable.Range(2, size - 2).Select(column => $",c{column}"))}\nreader,{Some.Words()}"),
    };

    private static string Long(int characters)
    {
        string words = Some.Words();
        return words + new string('a', characters - words.Length);
    }

    private static string Sized(string text, int bytes, char with = ' ') => text + new string(with, bytes - Encoding.UTF8.GetByteCount(text));

    private static byte[] Padded(int bytes) => Utf8(Sized($"{Some.Conversation()}\n{Some.Conversation()}", bytes, '\n'));

    private static byte[] Archive(params (string Name, byte[] Content)[] files) => Archive(CompressionLevel.NoCompression, files);

    private static byte[] Archive(CompressionLevel level, params (string Name, byte[] Content)[] files)
    {
        var buffer = new MemoryStream();
        using (var archive = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in files)
            {
                using Stream entry = archive.CreateEntry(name, level).Open();
                entry.Write(content);
            }
        }

        return buffer.ToArray();
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
