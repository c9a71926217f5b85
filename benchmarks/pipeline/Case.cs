using System.Diagnostics;

namespace DialInsight.Benchmarks.Pipeline;

/// <summary>One measurement: the same calls by a plain loop first, then by labelling.</summary>
/// <param name="Name">What it is called in the result.</param>
/// <param name="Workers">Worker processes on a broker; 0 is the embedded mode.</param>
/// <param name="LatencyMilliseconds">How long the model takes.</param>
/// <param name="InFlight">Calls at once of each worker.</param>
/// <param name="Labels">How many labels.</param>
internal sealed record Case(string Name, int Workers, int LatencyMilliseconds, int InFlight, int Labels)
{
    private int WarmUp => LatencyMilliseconds == 0 ? 24_000 : 4_000;

    public async Task<object> RunAsync(Plan plan)
    {
        string folder = Directory.CreateTempSubdirectory("dialinsight-benchmark-").FullName;
        string run = $"benchmark-{Guid.NewGuid():N}";
        try
        {
            await using StubProcess stub = await StubProcess.StartAsync();
            double bare = await BareLoop.RateAsync(stub, LatencyMilliseconds, InFlight * Math.Max(1, Workers), Labels);
            await stub.CloseAsync();
            await using IPipeline pipeline = Workers == 0
                ? await EmbeddedPipeline.StartAsync(stub, folder, InFlight)
                : await BrokerPipeline.StartAsync(stub, folder, plan.Broker!, Workers, InFlight);
            // What is compiled while it runs is compiled before it is measured.
            await stub.OpenAsync(0);
            await pipeline.PublishAsync($"{run}-warm-up", WarmUp);
            await pipeline.FinishedAsync(WarmUp);
            await stub.CloseAsync();
            // And the limits have come to know how long the model takes.
            int rounds = LatencyMilliseconds == 0 ? 0 : 4 * InFlight;
            await pipeline.PublishAsync($"{run}-latency", rounds);
            await stub.OpenAsync(LatencyMilliseconds);
            await pipeline.FinishedAsync(WarmUp + rounds);
            await stub.CloseAsync();
            await pipeline.PublishAsync(run, Labels);
            TimeSpan used = pipeline.ProcessorTime();
            long started = Stopwatch.GetTimestamp();
            await stub.OpenAsync(LatencyMilliseconds);
            await pipeline.FinishedAsync(WarmUp + rounds + Labels);
            double rate = Labels / Stopwatch.GetElapsedTime(started).TotalSeconds;
            used = pipeline.ProcessorTime() - used;
            IReadOnlyDictionary<string, int> calls = await stub.CallsAsync();
            return new
            {
                labels = Labels,
                inFlight = InFlight * Math.Max(1, Workers),
                bareCallsPerSecond = Math.Round(bare, 1),
                labelsPerSecond = Math.Round(rate, 1),
                ratio = Math.Round(rate / bare, 3),
                processorMillisecondsPerLabel = Math.Round(used.TotalMilliseconds / Labels, 3),
                calls = calls.Values.Sum(),
                shares = calls.ToDictionary(worker => worker.Key, worker => Math.Round((double)worker.Value / calls.Values.Sum(), 3)),
            };
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

/// <summary>Labelling, ready to run: publish, open the stub, wait.</summary>
internal interface IPipeline : IAsyncDisposable
{
    /// <summary>Ends when so many labels have come.</summary>
    Task FinishedAsync(int labels);

    /// <summary>What labelling's processes have used of the processors.</summary>
    TimeSpan ProcessorTime();

    /// <summary>Publishes the requests.</summary>
    Task PublishAsync(string run, int labels);
}
