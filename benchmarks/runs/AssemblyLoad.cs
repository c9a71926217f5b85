using System.Diagnostics;
using System.Text.Json.Nodes;
using DialInsight.Contracts;
using DialInsight.Contracts.Ingest;
using DialInsight.Contracts.InstructionEvolution;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.Hosting;
using DialInsight.Hosting.Bus;
using DialInsight.PromptAssembly;
using DialInsight.Storage;
using MassTransit;

namespace DialInsight.Benchmarks.Runs;

/// <summary>Prompt assembly by itself: the bus in memory, documents in SQLite, and somebody who answers at once.</summary>
internal sealed class AssemblyLoad(WebApplication app, HttpClient http) : IAsyncDisposable
{
    private const int Dialogues = 2_000;
    private const int Instructions = 20;
    private const int Turns = 12;

    public static async Task<AssemblyLoad> StartAsync(string folder)
    {
        WebApplicationBuilder builder = ServiceHost.CreateBuilder(
            [$"--Storage:Path={folder}", "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Error", "--LanguageModel:Provider=Offline"], "prompt-assembly");
        builder.AddPromptAssembly();
        builder.AddConsumers(consumers => consumers.Add<Answering, AnsweringDefinition>());
        builder.Services.AddSingleton<Completions>();
        WebApplication app = builder.BuildService();
        app.MapPromptAssembly();
        await app.StartServiceAsync();
        var load = new AssemblyLoad(app, new HttpClient { BaseAddress = new Uri(app.Urls.First()) });
        await load.SendInputsAsync();
        return load;
    }

    public async Task<JsonObject> RunAsync(string id, int targets)
    {
        string recipe = $"{{ name: {id}, domain: real-estate, language: zh, attempts: 10, instructionsPerCell: 1, cells: [{{ scenario: buying, task: summarisation, target: {targets} }}] }}";
        TimeSpan before = Environment.CpuUsage.TotalTime;
        long started = Stopwatch.GetTimestamp();
        using HttpResponseMessage created = await http.PostAsync($"/runs?id={id}&transcripts={Dialogues}", new StringContent(recipe));
        created.EnsureSuccessStatusCode();
        RunCompleted run = await app.Services.GetRequiredService<Completions>().Of(id);
        TimeSpan elapsed = Stopwatch.GetElapsedTime(started);
        TimeSpan processor = Environment.CpuUsage.TotalTime - before;
        int requests = run.Cells.Sum(cell => cell.Requested);
        return new JsonObject
        {
            ["targets"] = targets,
            ["accepted"] = run.Cells.Sum(cell => cell.Accepted),
            ["requests"] = requests,
            ["seconds"] = Math.Round(elapsed.TotalSeconds, 2),
            ["requestsPerSecond"] = Math.Round(requests / elapsed.TotalSeconds),
            ["requestsPerProcessorSecond"] = Math.Round(requests / processor.TotalSeconds),
        };
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private async Task SendInputsAsync()
    {
        IBus bus = app.Services.GetRequiredService<IBus>();
        for (int number = 0; number < Instructions; number++)
            await bus.Publish(Instruction(number));
        for (int number = 0; number < Dialogues; number++)
            await bus.Publish(Transcript(number));
    }

    private static TranscriptIngested Transcript(int number) => new()
    {
        Id = DeterministicId.Guid("benchmark-transcript", $"{number}"),
        OccurredAt = DateTimeOffset.UnixEpoch,
        TranscriptId = $"t-{number:D6}",
        Scenario = "buying",
        ScenarioOrigin = ScenarioOrigin.Given,
        Language = "zh",
        Turns =
        [
            .. Enumerable.Range(0, Turns).Select(turn => turn % 2 == 0
                ? new Turn("customer", $"我想看看{number + turn}号小区附近的两居室，总价最好控制在{300 + (turn * 10)}万以内，楼层不要太高。")
                : new Turn("agent", $"好的，{turn}号楼有一套符合要求的，业主报价比较灵活，周末我可以带您去看一下现场。")),
        ],
    };

    private static InstructionApproved Instruction(int number) => new()
    {
        Id = DeterministicId.Guid("benchmark-instruction", $"{number}"),
        OccurredAt = DateTimeOffset.UnixEpoch,
        InstructionId = $"i-{number}",
        Domain = "real-estate",
        Scenario = "buying",
        TaskType = "summarisation",
        Language = "zh",
        Text = $"用{number + 2}句话总结客户的购房需求和双方商定的下一步。",
        RootId = $"i-{number}",
        Origin = "human",
        ApprovedBy = "benchmark",
    };
}
