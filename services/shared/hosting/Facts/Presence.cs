using System.Collections.Concurrent;
using DialInsight.Storage;

namespace DialInsight.Hosting.Facts;

/// <summary>Which processes are alive. Each start of a process is a writer with an id of its own.</summary>
public sealed class Presence : IDisposable
{
    private static readonly TimeSpan s_silence = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<string, FactWriter> _writers = [];
    private readonly ConcurrentDictionary<string, Sighting> _sightings = [];
    private readonly IDocumentStoreFactory _stores;
    private readonly TimeProvider _time;

    internal Presence(IDocumentStoreFactory stores, TimeProvider time, bool alone)
    {
        _stores = stores;
        _time = time;
        IsAlone = alone;
    }

    /// <summary>This process: 16 hexadecimal characters, new at every start.</summary>
    public string WriterId { get; } = Guid.NewGuid().ToString("N")[..16];

    /// <summary>Whether no other process can be running on these databases.</summary>
    internal bool IsAlone { get; }

    /// <summary>This process in each of its databases.</summary>
    internal IEnumerable<FactWriter> Writers => _writers.Values;

    /// <summary>
    /// Whether the process with this id is alive: its heartbeat has moved in the last five seconds, or has only just been seen for the
    /// first time. A claim of a dead one may be taken over. Where no other process can be running, only this one is alive.
    /// </summary>
    public async Task<bool> IsAliveAsync(string writerId, CancellationToken cancellationToken)
    {
        if (writerId == WriterId)
            return true;
        if (IsAlone)
            return false;
        foreach (FactWriter writer in Writers)
        {
            if (await writer.Writers.FindAsync(writerId, cancellationToken) is { } found && IsAlive(writer.Ledger.Database, found.Document))
                return true;
        }

        return false;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (FactWriter writer in Writers)
            writer.Dispose();
    }

    /// <summary>This process in one database.</summary>
    internal FactWriter WriterOf(string database) =>
        _writers.GetOrAdd(database, static (name, self) => new FactWriter(self.WriterId, name, self._stores, self._time), this);

    /// <summary>Whether a writer is alive, by whether its heartbeat moves while this process watches.</summary>
    internal bool IsAlive(string database, WriterDocument writer) =>
        writer.Id == WriterId || (!IsAlone && !writer.Ended && SilenceOf(database, writer) < s_silence);

    /// <summary>For how long this process has seen the heartbeat stand still.</summary>
    internal TimeSpan SilenceOf(string database, WriterDocument writer)
    {
        Sighting sighting = _sightings.AddOrUpdate(
            $"{database}/{writer.Id}",
            _ => new Sighting(writer.SeenAt, _time.GetTimestamp()),
            (_, last) => last.SeenAt == writer.SeenAt ? last : new Sighting(writer.SeenAt, _time.GetTimestamp()));
        return _time.GetElapsedTime(sighting.Since);
    }

    /// <summary>Forgets a writer that is gone.</summary>
    internal void Forget(string database, string writerId) => _sightings.TryRemove($"{database}/{writerId}", out _);

    private sealed record Sighting(DateTimeOffset SeenAt, long Since);
}
