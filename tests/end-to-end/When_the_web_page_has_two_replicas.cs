using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using DialInsight.Client.Runs;
using DialInsight.EndToEnd.Tests.Processes;
using DialInsight.ScriptedModel;

namespace DialInsight.EndToEnd.Tests;

/// <summary>The web page distributed: two replicas behind a gateway that sends each request to the next one, five services on a RabbitMQ behind them.</summary>
[Trait("Category", "Broker")]
[Collection(FiveServices.OneAtATime)]
public sealed partial class When_the_web_page_has_two_replicas
{
    private const string Key = "the-key-of-the-operator";
    private const int Target = 6;

    private const string ForPeople = """
        name: for-people
        domain: real-estate
        language: zh
        cells:
          - { scenario: home-improvement, task: information-extraction, target: 1 }
        curation: manual
        """;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(120);

    [Fact]
    public async Task Who_signs_in_at_one_works_at_the_other_and_watches_a_run_fill()
    {
        string broker = FiveServices.Broker();
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        await using ScriptedModelServer model = await PipelineModel.StartAsync(latencyMilliseconds: 300, cancellationToken);
        using var workspace = new Workspace();
        var settings = new Dictionary<string, string>(PipelineModel.Settings(model)) { ["Auth:Keys"] = $"olga:operator:{Key}" };
        await using FiveServices services = await FiveServices.StartAsync(settings, broker, workspace, cancellationToken);
        await Task.WhenAll(services.StartWebPageAsync("one", cancellationToken), services.StartWebPageAsync("other", cancellationToken));
        Dictionary<string, string[]> behind = FiveServices.Names.ToDictionary(name => name, name => new[] { services.Address(name) });
        behind["console"] = [services.Address("one"), services.Address("other")];
        await using Gateway gateway = await Gateway.StartAsync(behind, workspace, isBuffering: false, cancellationToken);
        await using Gateway untold = await Gateway.StartAsync(behind, workspace, isBuffering: true, cancellationToken);
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = gateway.Address };
        await services.SendCallsAsync(cancellationToken);

        HashSet<string> answered = [];
        await SendAsync(browser, "/console/sign-in", "/console/sign-in", [new("key", Key)], answered, cancellationToken);
        string waits = await StartAsync(browser, ForPeople, answered, cancellationToken);
        string fills = await StartAsync(browser, Recipes.Extraction(Target), answered, cancellationToken);
        Assert.Equal(2, answered.Count);

        // Of a run that waits for people there is one event, too short to fill anybody's buffer, and then nothing for as long as they take.
        await Eventually.IsTrueAsync(async () => await StateAsync(services, waits, cancellationToken) == RunState.Running, s_patience, () => services.Story(), cancellationToken);
        using var caller = new HttpClient { BaseAddress = untold.Address, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", Key) } };
        Assert.Equal("running", await WatchAsync(browser, waits, once: true, cancellationToken));
        Assert.Equal("running", await WatchAsync(browser, new Uri(untold.Address, waits).AbsoluteUri, once: true, cancellationToken));
        Assert.Equal("running", await WatchAsync(caller, $"/runs/{waits.Split('/')[^1]}", once: true, cancellationToken));
        string last = await WatchAsync(browser, fills, once: false, cancellationToken);
        Assert.True(last == "released", services.Story());

        await services.KillAsync("one");
        for (int i = 0; i < 4; i++)
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(fills, cancellationToken)).StatusCode);
    }

    /// <summary>Opens a page, sends its form with fields of one's own, and tells where it leads: the page and the form meet different replicas.</summary>
    private static async Task<Uri> SendAsync(
        HttpClient browser, string page, string form, IEnumerable<KeyValuePair<string, string>> fields, HashSet<string> answered, CancellationToken cancellationToken)
    {
        using HttpResponseMessage opened = await browser.GetAsync(page, cancellationToken);
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        string token = Token().Match(await opened.Content.ReadAsStringAsync(cancellationToken)).Groups[1].Value;
        using HttpResponseMessage sent = await browser.PostAsync(form, new FormUrlEncodedContent([.. fields, new("token", WebUtility.HtmlDecode(token))]), cancellationToken);
        Assert.True(sent.StatusCode == HttpStatusCode.SeeOther, await sent.Content.ReadAsStringAsync(cancellationToken));
        answered.Add(opened.Headers.GetValues("X-Answered-By").First());
        answered.Add(sent.Headers.GetValues("X-Answered-By").First());
        return sent.Headers.Location!;
    }

    /// <summary>Starts a run on its page; the run's page.</summary>
    private static async Task<string> StartAsync(HttpClient browser, string recipe, HashSet<string> answered, CancellationToken cancellationToken)
    {
        Uri run = await SendAsync(
            browser, "/console/runs/new?as=text", "/console/runs/new", [new("recipe", recipe), new("as", "text"), new("id", $"web-{Guid.NewGuid():N}"), new("do", "start")], answered, cancellationToken);
        return run.OriginalString.Split('?')[0];
    }

    private static async Task<RunState> StateAsync(FiveServices services, string page, CancellationToken cancellationToken) =>
        (await services.Client("prompt-assembly").Runs.GetAsync(page.Split('/')[^1], cancellationToken)).State;

    /// <summary>Reads a run's events, the first or all; the state that the last one tells.</summary>
    private static async Task<string> WatchAsync(HttpClient browser, string page, bool once, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(s_patience);
        using HttpResponseMessage answer = await browser.GetAsync($"{page}/events", HttpCompletionOption.ResponseHeadersRead, limit.Token);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(limit.Token));
        string state = "";
        while (await reader.ReadLineAsync(limit.Token) is { } line)
        {
            if (!line.StartsWith("data: ", StringComparison.Ordinal))
                continue;
            state = JsonDocument.Parse(line["data: ".Length..]).RootElement.GetProperty("state").GetString()!;
            if (once)
                break;
        }

        return state;
    }

    [GeneratedRegex("name=\"token\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
