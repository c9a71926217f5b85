using DialInsight.Client.Failures;
using DialInsight.Client.Instructions;
using DialInsight.Client.Runs;
using DialInsight.WebConsole.Calling;

namespace DialInsight.WebConsole.Overview;

/// <summary>What the first page tells; null where the service that knows is away.</summary>
public sealed record PlatformState
{
    /// <summary>How many transcripts are kept.</summary>
    public required long? Transcripts { get; init; }

    /// <summary>The latest runs.</summary>
    public required IReadOnlyList<RunView>? Runs { get; init; }

    /// <summary>The latest failures.</summary>
    public required IReadOnlyList<FailureView>? Failures { get; init; }

    /// <summary>The latest batches of instructions.</summary>
    public required IReadOnlyList<BatchView>? Batches { get; init; }

    /// <summary>How the processes are.</summary>
    public required IReadOnlyList<ProcessHealth> Health { get; init; }

    /// <summary>Whether no run was ever started.</summary>
    public bool IsNew => Runs is { Count: 0 };

    /// <summary>Whether nothing has come in yet.</summary>
    public bool IsEmpty => IsNew && Transcripts == 0;

    /// <summary>Whether something changes by itself.</summary>
    public bool IsMoving => Runs?.Any(run => run.EndedAt is null) == true;

    /// <summary>How many instructions wait for people at a gate, among the latest batches.</summary>
    public long WaitingAt(string gate) => Batches?.Where(batch => batch.State == gate).Sum(batch => batch.Pending) ?? 0;
}
