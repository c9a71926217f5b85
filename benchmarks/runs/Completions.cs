using System.Collections.Concurrent;
using DialInsight.Contracts.PromptAssembly;

namespace DialInsight.Benchmarks.Runs;

/// <summary>The runs that are through.</summary>
internal sealed class Completions
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<RunCompleted>> _runs = new();

    public Task<RunCompleted> Of(string run) => Source(run).Task;

    public void Complete(RunCompleted run) => Source(run.RunId).TrySetResult(run);

    private TaskCompletionSource<RunCompleted> Source(string run) =>
        _runs.GetOrAdd(run, _ => new TaskCompletionSource<RunCompleted>(TaskCreationOptions.RunContinuationsAsynchronously));
}
