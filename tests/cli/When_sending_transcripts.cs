using System.Text.Json;

namespace DialInsight.Cli.Tests;

public sealed class When_sending_transcripts : IDisposable
{
    private const string Kept = """{"accepted":[{"id":"t-1","index":0,"recordId":null}],"duplicates":[],"rejected":[]}""";
    private const string Mixed =
        """{"accepted":[{"id":"t-1","index":0,"recordId":"a"}],"duplicates":[{"id":"b","index":1,"duplicateOf":"t-1","similarity":1}],"rejected":[{"index":2,"line":3,"file":"day.jsonl","reason":"no turns"},{"index":3,"line":4,"file":"day.jsonl","reason":"no words"}]}""";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dialinsight-");

    [Fact]
    public async Task Each_file_is_sent_under_its_name_with_what_is_true_of_all()
    {
        await using StubService service = await StubService.StartAsync(StubService.Answer(202, Kept));
        Write("b/two.txt", "Mira: two");
        Write("a.txt", "Mira: one");
        Tool.Outcome outcome = await SendAsync(service, _folder.FullName, "--domain", "library", "--subject", "p 7", "--api-key", "secret");

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(["Mira: one", "Mira: two"], service.Requests.Select(request => request.Body));
        Assert.Equal("/transcripts?fileName=a.txt&domain=library&source=a.txt&subject=p%207", service.Requests.First().Path);
        Assert.All(service.Requests, request => Assert.Equal("Bearer secret", request.Key));
        Assert.StartsWith("Transcripts: 2 kept, 0 duplicates, 0 refused", outcome.Output[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_records_are_listed_with_file_line_and_reason()
    {
        await using StubService service = await StubService.StartAsync(StubService.Answer(207, Mixed));
        string file = Write("day.jsonl", "x");
        Tool.Outcome outcome = await SendAsync(service, file);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Equal([$"  {file}:3: no turns", $"  {file}:4: no words"], outcome.Output[..2]);
        Assert.StartsWith("Transcripts: 1 kept, 1 duplicates, 2 refused", outcome.Output[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_there_already_and_what_records_say_that_nothing_knows_is_told()
    {
        const string again = """{"accepted":[{"id":"t-1","index":0,"recordId":null,"known":true},{"id":"t-2","index":1,"recordId":null}],"duplicates":[],"rejected":[],"notes":[{"kind":"language-other","value":"fr","count":2}]}""";
        await using StubService service = await StubService.StartAsync(StubService.Answer(202, again));
        string first = Write("a.jsonl", "x"), second = Write("b.jsonl", "y");
        Tool.Outcome outcome = await SendAsync(service, first, second, "--mapping", "own", "--coherent");

        Assert.Equal(0, outcome.ExitCode);
        Assert.EndsWith("&mapping=own&coherent=true", service.Requests.First().Path, StringComparison.Ordinal);
        Assert.Equal("  note: the language \u201Cfr\u201D is neither Chinese nor English: kept as other, which a recipe draws where its sampling.languages says so (4 of the records)", outcome.Output[^2]);
        Assert.StartsWith("Transcripts: 2 kept, 2 already there, 0 duplicates, 0 refused", outcome.Output[^1], StringComparison.Ordinal);

        JsonElement[] lines = [.. (await SendAsync(service, first, "--json")).Output.Select(line => JsonDocument.Parse(line).RootElement)];
        Assert.Equal(("language-other", "fr", 2), (lines[0].GetProperty("note").GetString(), lines[0].GetProperty("value").GetString(), lines[0].GetProperty("count").GetInt32()));
        Assert.Equal(1, lines[1].GetProperty("summary").GetProperty("known").GetInt32());
    }

    [Fact]
    public async Task What_a_later_version_answers_besides_is_passed_over()
    {
        await using StubService service = await StubService.StartAsync(StubService.Answer(202, Kept[..^1] + ""","notes":[{"kind":"later","value":"x","count":1}],"extras":[{"kind":"role"}],"kept":1}"""));
        Tool.Outcome outcome = await SendAsync(service, Write("day.jsonl", "x"));
        Assert.Equal(0, outcome.ExitCode);
        Assert.StartsWith("Transcripts: 1 kept", outcome.Output[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_get_all_of_it_as_lines_of_json()
    {
        await using StubService service = await StubService.StartAsync(StubService.Answer(207, Mixed), StubService.Answer(415, """{"title":"no","detail":"cannot be read"}"""));
        string file = Write("day.jsonl", "x"), other = Write("talk.docx", "x");
        Tool.Outcome outcome = await SendAsync(service, file, other, "--json");

        Assert.Equal(2, outcome.ExitCode);
        JsonElement[] lines = [.. outcome.Output.Select(line => JsonDocument.Parse(line).RootElement)];
        Assert.Equal((file, 3, 2, "no turns"), (lines[0].GetProperty("file").GetString(), lines[0].GetProperty("line").GetInt32(), lines[0].GetProperty("index").GetInt32(), lines[0].GetProperty("reason").GetString()));
        Assert.Equal((other, "cannot be read"), (lines[2].GetProperty("file").GetString(), lines[2].GetProperty("reason").GetString()));
        JsonElement sums = lines[3].GetProperty("summary");
        Assert.Equal((2, 1, 1, 1, 2), (sums.GetProperty("files").GetInt32(), sums.GetProperty("refusedFiles").GetInt32(), sums.GetProperty("accepted").GetInt32(), sums.GetProperty("duplicates").GetInt32(), sums.GetProperty("rejected").GetInt32()));
    }

    [Fact]
    public async Task A_service_that_is_away_or_breaks_off_is_tried_again_and_nothing_is_told_twice()
    {
        await using StubService service = await StubService.StartAsync(
            StubService.Answer(202, Kept),
            StubService.Answer(503, "{}"),
            StubService.BreakOff(Mixed[..Mixed.IndexOf(",{\"index\":3", StringComparison.Ordinal)]),
            StubService.Answer(207, Mixed));
        string first = Write("a.jsonl", "first"), second = Write("day.jsonl", "second");
        Tool.Outcome outcome = await SendAsync(service, first, second);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Equal(["first", "second", "second", "second"], service.Requests.Select(request => request.Body));
        Assert.Single(outcome.Output, line => line.EndsWith("no turns", StringComparison.Ordinal));
        Assert.Single(outcome.Output, line => line.EndsWith("no words", StringComparison.Ordinal));
        Assert.Equal(2, outcome.Output.Count(line => line.Contains("trying again", StringComparison.Ordinal)));
        Assert.StartsWith("Transcripts: 2 kept, 1 duplicates, 2 refused", outcome.Output[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standard_input_is_sent_again_too()
    {
        await using StubService service = await StubService.StartAsync(StubService.Answer(503, "{}"), StubService.Answer(202, Kept));
        Tool.Outcome outcome = await Tool.RunAsync("{\"turns\":[]}", "ingest", "-", "--server", service.Url);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal(["{\"turns\":[]}", "{\"turns\":[]}"], service.Requests.Select(request => request.Body));
        Assert.DoesNotContain("fileName", service.Requests.First().Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sides_of_a_recording_are_sent_together()
    {
        await using StubService service = await StubService.StartAsync(StubService.Answer(202, Kept));
        Write("call7_doctor.TextGrid", "one side");
        Write("call7_patient.TextGrid", "the other");
        await SendAsync(service, _folder.FullName);

        string body = Assert.Single(service.Requests).Body;
        Assert.Contains("one side", body, StringComparison.Ordinal);
        Assert.Contains("the other", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401, """{"detail":"Send a key."}""", "Send a key. Here that is --api-key KEY, or DIALINSIGHT_API_KEY of the environment.")]
    [InlineData(200, "<html>", "none of ingest's")]
    public async Task What_would_be_refused_of_every_file_ends_it(int status, string answer, string said)
    {
        await using StubService service = await StubService.StartAsync(StubService.Answer(status, answer));
        Tool.Outcome outcome = await SendAsync(service, Write("a.txt", "x"), Write("b.txt", "x"));

        Assert.Equal(1, outcome.ExitCode);
        Assert.Single(service.Requests);
        Assert.Contains(said, Assert.Single(outcome.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_that_is_not_there_is_told_before_anything_is_sent()
    {
        await using StubService service = await StubService.StartAsync(StubService.Answer(202, Kept));
        Tool.Outcome outcome = await SendAsync(service, Write("a.txt", "x"), Path.Combine(_folder.FullName, "none.txt"));

        Assert.Equal(1, outcome.ExitCode);
        Assert.Empty(service.Requests);
        Assert.Contains("none.txt", Assert.Single(outcome.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_stays_away_ends_it_after_so_many_tries()
    {
        await using StubService service = await StubService.StartAsync(StubService.Answer(503, """{"detail":"The store is away."}"""));
        Tool.Outcome outcome = await SendAsync(service, Write("a.txt", "x"), "--attempts", "2");

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal(2, service.Requests.Count);
        Assert.Equal("dialinsight: The store is away.", Assert.Single(outcome.Errors));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static Task<Tool.Outcome> SendAsync(StubService service, params string[] arguments) => Tool.RunAsync("", ["ingest", .. arguments, "--server", service.Url]);

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
