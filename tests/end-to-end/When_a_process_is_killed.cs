using System.Net.Http.Json;
using System.Text.Json;
using DialInsight.EndToEnd.Tests.Processes;
using DialInsight.ScriptedModel;

namespace DialInsight.EndToEnd.Tests;

public sealed class When_a_process_is_killed
{
    private const int Target = 8;
    private const int CallsInFlight = 2 * 8;

    /// <summary>Killed while it ingests, when instructions are approved, and in the middle of labelling, each time started again on the same folder.</summary>
    [Fact]
    public async Task A_run_goes_on_and_ends_with_exactly_its_targets_and_no_call_made_twice()
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        await using ScriptedModelServer model = await PipelineModel.StartAsync(latencyMilliseconds: 150, cancellationToken);
        using var workspace = new Workspace();
        string recipe = workspace.Write("recipe.yaml", Recipes.Extraction(Target));
        ServiceProcess Start() => Standalone.Start(
            workspace,
            ["--transcripts", Repository.Path("samples", "transcripts", "real-estate"), "--recipe", recipe, "--domain", "real-estate", "--exit"],
            PipelineModel.Settings(model));

        await KilledAtAsync(Start(), async http => await CountAsync(http, "/transcripts?limit=1000", cancellationToken) >= 1, cancellationToken);
        await KilledAtAsync(Start(), async http => await CountAsync(http, "/instructions?state=approved&limit=1000", cancellationToken) >= 1, cancellationToken);
        await KilledAtAsync(Start(), async http => await AcceptedAsync(http, cancellationToken) >= Target, cancellationToken);
        await using ServiceProcess last = Start();
        int code = await last.ExitAsync(cancellationToken);

        Assert.True(code == 0, $"exit code {code}:\n{last.Output}");
        ReleasedFiles files = ReleasedFiles.Read(Assert.Single(Directory.GetDirectories(workspace.Path("out"))));
        files.AssertCountsAddUp();
        files.AssertNothingTwice();
        Assert.Equal(3 * Target, files.Samples);
        Assert.True(PipelineModel.Repeated(model) <= 3 * CallsInFlight, $"{PipelineModel.Repeated(model)} calls were repeated.");
    }

    private static async Task KilledAtAsync(ServiceProcess process, Func<HttpClient, Task<bool>> moment, CancellationToken cancellationToken)
    {
        await using (process)
        {
            using var http = new HttpClient { BaseAddress = new Uri(process.Url) };
            await Eventually.IsTrueAsync(
                async () =>
                {
                    Assert.False(process.HasExited, $"It ended before it could be killed:\n{process.Output}");
                    try
                    {
                        return await moment(http);
                    }
                    catch (HttpRequestException)
                    {
                        return false;
                    }
                },
                TimeSpan.FromSeconds(120),
                () => $"The moment to kill it did not come:\n{process.Output}",
                cancellationToken);
            await process.KillAsync();
        }
    }

    private static async Task<int> CountAsync(HttpClient http, string path, CancellationToken cancellationToken) =>
        (await http.GetFromJsonAsync<JsonElement>(path, cancellationToken)).GetProperty("items").GetArrayLength();

    private static async Task<int> AcceptedAsync(HttpClient http, CancellationToken cancellationToken) =>
        (await http.GetFromJsonAsync<JsonElement>("/runs", cancellationToken)).GetProperty("items").EnumerateArray()
            .Sum(run => run.GetProperty("totals").GetProperty("accepted").GetInt32());
}
