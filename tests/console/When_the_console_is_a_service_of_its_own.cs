using System.Net;
using System.Net.Sockets;
using DialInsight.Hosting;
using DialInsight.WebConsole;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DialInsight.Console.Tests;

public sealed class When_the_console_is_a_service_of_its_own(ConsoleAlone console) : IClassFixture<ConsoleAlone>
{
    private const string Hostile = "</pre><script>owned()</script><img src=x onerror=owned()>";

    private static readonly object s_failure = new
    {
        id = "run-1|buying/summarisation|0|0",
        run = "run-1",
        cell = "buying/summarisation",
        slot = 0,
        number = 0,
        @class = "invalidAnswer",
        reason = Hostile,
        answer = Hostile,
        transcript = "t",
        instruction = "i",
        at = "2026-01-01T00:00:00Z",
    };

    [Fact]
    public async Task It_does_not_start_without_knowing_where_the_services_are()
    {
        WebApplicationBuilder builder = ServiceHost.CreateBuilder(["--urls=http://127.0.0.1:0"], "console");
        builder.AddConsole(isAlone: true);
        await using WebApplication app = builder.BuildService();

        OptionsValidationException refusal = await Assert.ThrowsAsync<OptionsValidationException>(app.StartServiceAsync);

        Assert.Contains("Console__Ingest", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_alive_but_not_ready_while_the_store_of_its_keys_is_away()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("dialinsight-console-");
        // A folder stands where the file should be.
        DirectoryInfo obstacle = folder.CreateSubdirectory("console.db");
        string[] elsewhere = ["Ingest", "InstructionEvolution", "PromptAssembly", "Labeling", "Quality"];
        WebApplicationBuilder builder = ServiceHost.CreateBuilder(
            ["--urls=http://127.0.0.1:0", $"--Storage:Path={folder.FullName}", .. elsewhere.Select(service => $"--Console:{service}={console.Address}")], "console");
        builder.Logging.ClearProviders();
        builder.AddConsole(isAlone: true);
        await using (WebApplication app = builder.BuildService())
        {
            app.MapConsole();
            await app.StartServiceAsync();
            using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };

            Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/health/live", TestContext.Current.CancellationToken)).StatusCode);
            HttpResponseMessage ready = await http.GetAsync("/health/ready", TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
            Assert.Contains("\"stores\":\"unhealthy\"", await ready.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

            obstacle.Delete();
            await Eventually.IsTrueAsync(
                async () => (await http.GetAsync("/health/ready", TestContext.Current.CancellationToken)).IsSuccessStatusCode, () => "The console did not become ready with its store.");
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Its_first_page_is_there_while_services_are_away_and_says_so()
    {
        using var person = new Person(console.Address);

        await person.OpenAsync("/");

        Assert.Equal(HttpStatusCode.OK, person.Answer.StatusCode);
        Assert.Contains("cannot be reached", person.Text, StringComparison.Ordinal);
        Assert.Contains("not ready", person.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_takes_no_connection_in_time_is_away()
    {
        // Nobody accepts: connections beyond the few that the system holds wait until they give up.
        using var stuck = new TcpListener(IPAddress.Loopback, 0);
        stuck.Start(backlog: 1);
        int port = ((IPEndPoint)stuck.LocalEndpoint).Port;
        TcpClient[] waiting = [.. Enumerable.Range(0, 4).Select(_ => new TcpClient())];
        Task[] connecting = [.. waiting.Select(client => client.ConnectAsync(IPAddress.Loopback, port))];
        DirectoryInfo folder = Directory.CreateTempSubdirectory("dialinsight-console-");
        string[] elsewhere = ["Ingest", "InstructionEvolution", "PromptAssembly", "Labeling", "Quality"];
        WebApplicationBuilder builder = ServiceHost.CreateBuilder(
            ["--urls=http://127.0.0.1:0", .. DocumentServer.Arguments(folder.FullName), .. elsewhere.Select(service => $"--Console:{service}=http://127.0.0.1:{port}")], "console");
        builder.Logging.ClearProviders();
        builder.AddConsole(isAlone: true);
        await using (WebApplication app = builder.BuildService())
        {
            app.MapConsole();
            await app.StartServiceAsync();
            using var person = new Person(new Uri(app.Urls.First()));

            await person.OpenAsync("/console/runs");

            Assert.Equal(HttpStatusCode.ServiceUnavailable, person.Answer.StatusCode);
            Assert.Contains("cannot be reached", person.Text, StringComparison.Ordinal);
        }

        Array.ForEach(waiting, client => client.Dispose());
        await Assert.ThrowsAnyAsync<Exception>(() => Task.WhenAll(connecting)); // some never came in
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_failure_is_read_as_text_and_re_driven()
    {
        console.Answers["/failures"] = new { items = new[] { s_failure } };
        console.Answers["/failures/counts"] = new { invalidAnswer = 1 };
        console.Answers["/failures/run-1|buying/summarisation|0|0"] = new
        {
            failure = s_failure,
            request = new[] { new { role = "user", content = Hostile } },
            history = new[] { new { purpose = "label", at = "2026-01-01T00:00:00Z", answer = Hostile, @class = "invalidAnswer", problems = new[] { Hostile } } },
        };
        console.Answers["/failures/redrive"] = new { requested = 1 };
        using var person = new Person(console.Address);

        await person.OpenAsync("/console/failures?run=run-1");
        Assert.Empty(person.Page.QuerySelectorAll("main img, main script"));
        await person.OpenAsync(person.Page.QuerySelector("tbody a")!.GetAttribute("href")!);
        Assert.Empty(person.Page.QuerySelectorAll("main img, main script"));
        Assert.Equal(2, person.Page.QuerySelectorAll("pre").Count(text => text.TextContent == Hostile));

        await person.SendAsync("form[action='/console/failures/redrive']");

        Assert.Contains(console.Asked, asked => asked.Path == "/failures/redrive" && asked.Body.Contains("run-1|buying/summarisation|0|0", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_model_s_answer_is_a_form_whose_quotations_are_marked_and_never_markup()
    {
        console.Answers["/reviews/agreement"] = new { reviewed = 0, matrix = new { levels = Array.Empty<string>(), counts = Array.Empty<int[]>() }, agreement = new { samples = 0 } };
        console.Answers["/reviews/next"] = new
        {
            id = "run-1|c|0|0",
            runId = "run-1",
            cellId = "buying/summarisation",
            language = "en",
            instruction = Hostile,
            prompt = new { before = Hostile, after = Hostile },
            turns = new[] { new { role = Hostile, text = $"{Hostile} my budget is three million" }, new { role = "agent", text = "I see" } },
            format = new { id = "f", kind = "object", fields = new object[] { new { name = "quote", type = "text", quotation = true }, new { name = "note", type = "text" } } },
            answer = System.Text.Json.JsonSerializer.Serialize(new { quote = "my budget is three million", note = $"</textarea>{Hostile}" }),
            blind = true,
        };
        using var person = new Person(console.Address);

        await person.OpenAsync("/console/review");

        Assert.Equal("my budget is three million", person.Page.QuerySelector("mark.quote")!.TextContent);
        Assert.Equal($"</textarea>{Hostile}", person.Page.GetElementById("field-1")!.TextContent);
        Assert.Empty(person.Page.QuerySelectorAll("main img, main script"));
    }

    [Theory]
    [InlineData("en", "Asking takes about", "Have the model merge it", "the placeholder {{roles}} is left in it")]
    [InlineData("zh-CN", "合并一次大约需要", "请模型合并", "其中留有占位符 {{roles}}")]
    public async Task A_merge_is_asked_for_by_a_button_that_tells_its_price_and_shown_with_what_is_wrong(string language, string price, string button, string problem)
    {
        object part = new { domain = "d", version = "1", id = "p", kind = "guidelines", language = "zh", text = "x", tokens = 1 };
        object Preview(object? narrative) => new
        {
            scenario = "s",
            taskType = "t",
            instruction = "i",
            sections = Array.Empty<object>(),
            messages = Array.Empty<object>(),
            tokens = new { whole = 9, dialogue = 3 },
            problems = Array.Empty<object>(),
            choices = new { scenarios = Array.Empty<object>(), tasks = Array.Empty<object>(), placeholders = Array.Empty<string>() },
            merge = new { expected = new { inputTokens = 900, outputTokens = 334, cost = 0.25 }, narrative },
        };
        console.Answers["/templates/p"] = new[] { new { domain = "d", id = "p", language = "zh", versions = new[] { new { version = "1", retired = false, part } } } };
        console.Answers["/transcripts"] = new { items = Array.Empty<object>() };
        console.Answers["/templates/preview"] = Preview(null);
        using var person = new Person(console.Address, language);
        await person.OpenAsync("/console/prompts/d/p");
        Assert.Contains("1,234", person.Page.GetElementById("merged")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("0.25", person.Page.GetElementById("merged")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(price, person.Page.GetElementById("merged")!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(button, person.Page.QuerySelector("#merged button")!.TextContent);

        console.Answers["/templates/preview"] = Preview(new
        {
            text = Hostile,
            isUsed = false,
            problem = new { fault = "placeholderLeft", name = "{{roles}}", message = "…" },
            tokens = 4,
            whole = 9,
            spend = new { purpose = "merge", model = "m", calls = 1, inputTokens = 900, outputTokens = 300, cost = 0.2 },
        });
        await person.SendAsync("form#part", ("do", "merge"));

        Assert.Contains(console.Asked, asked => asked.Path == "/templates/preview" && asked.Body.Contains("\"merge\":true", StringComparison.Ordinal));
        Assert.Contains(problem, person.Page.GetElementById("merged")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Hostile, person.Page.QuerySelector("#merged .quoted")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Speakers_of_a_label_are_called_as_its_own_pack_calls_them()
    {
        object[] nothing = [];
        object pack(string name, string title) => new
        {
            name,
            version = "1.0.0",
            languages = new[] { "en" },
            scenarios = nothing,
            taskTypes = nothing,
            channels = nothing,
            formats = nothing,
            roles = new[] { new { id = "agent", titles = new Dictionary<string, string> { ["en"] = title } } },
        };
        console.Answers["/domains"] = new[] { pack("real-estate", "Estate agent"), pack("support", "Support agent") };
        console.Answers["/reviews/agreement"] = new { reviewed = 0, matrix = new { levels = Array.Empty<string>(), counts = Array.Empty<int[]>() }, agreement = new { samples = 0 } };
        console.Answers["/reviews/next"] = new
        {
            id = "s",
            runId = "r",
            cellId = "c/t",
            domain = "support@1.0.0",
            language = "en",
            instruction = "i",
            prompt = new { before = "b", after = "a" },
            turns = new[] { new { role = "agent", text = "I see" } },
            format = new { id = "f", kind = "text" },
            answer = "a",
            blind = true,
        };
        using var person = new Person(console.Address);

        await Eventually.IsTrueAsync(
            async () => (await person.OpenAsync("/console/review")).QuerySelector(".speaker span")?.TextContent == "Support agent",
            () => $"The speaker is called {person.Page.QuerySelector(".speaker span")?.TextContent}.");
    }

    [Fact]
    public async Task A_transcript_tells_what_was_not_kept_because_it_repeats_it()
    {
        console.Answers["/transcripts/t-1"] = new
        {
            id = "t-1",
            scenario = "buying",
            language = "en",
            turns = new[] { new { role = "agent", text = "I see" } },
            ingestedAt = "2026-01-01T00:00:00Z",
            duplicates = new
            {
                count = 240,
                latest = new object[]
                {
                    new { similarity = 0.9016, source = Hostile, subject = "c-7", at = "2026-01-02T00:00:00Z" }, new { similarity = 1, at = "2026-01-01T00:00:00Z" },
                },
            },
        };
        using var person = new Person(console.Address);

        await person.OpenAsync("/console/transcripts/t-1");

        Assert.Contains("240", person.Page.GetElementById("duplicates")!.TextContent, StringComparison.Ordinal);
        string[] told = [.. person.Page.QuerySelectorAll("ul[aria-labelledby=duplicates] li").Select(item => item.TextContent)];
        Assert.Equal(2, told.Length);
        Assert.Contains("90.2% alike", told[0], StringComparison.Ordinal);
        Assert.Contains(Hostile, told[0], StringComparison.Ordinal);
        Assert.Contains("the same", told[1], StringComparison.Ordinal);
        Assert.Contains("The latest 2", person.Text, StringComparison.Ordinal);
        Assert.Empty(person.Page.QuerySelectorAll("main img, main script"));
    }

    [Fact]
    public async Task A_run_that_was_paused_for_its_budget_shows_its_spend_and_is_given_another()
    {
        var counts = new { target = 4, requested = 2, accepted = 2 };
        console.Answers["/runs/run-9"] = new
        {
            id = "run-9",
            recipe = "dear",
            domain = "real-estate@1.0.0",
            language = "zh",
            curation = "thresholds",
            state = "paused",
            status = "paused: budget",
            pauseDetail = "The next request would go over 10 EUR.",
            budget = new { currency = "EUR", limit = 10, spent = 7.5, reserved = 2 },
            createdAt = "2026-01-01T00:00:00Z",
            totals = counts,
            cells = new[] { new { id = "buying/summarisation", state = "filling", counts, dialogues = 3, instructions = 2 } },
        };
        console.Answers["/runs/run-9/budget"] = console.Answers["/runs/run-9"];
        using var person = new Person(console.Address);

        await person.OpenAsync("/console/runs/run-9");
        Assert.Contains("75%", person.Text, StringComparison.Ordinal);
        Assert.Equal("10", person.Page.GetElementById("limit")!.GetAttribute("value"));
        await person.SendAsync("form[action='/console/runs/run-9/budget']", ("limit", "25.5"));

        Assert.Equal(HttpStatusCode.OK, person.Answer.StatusCode);
        Assert.Contains(console.Asked, asked => asked is { Path: "/runs/run-9/budget", Body: "{\"limit\":25.5}" });
    }
}
