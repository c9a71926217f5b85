using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace DialInsight.ScriptedModel;

/// <summary>What a scripted model was asked, and what it did. Safe to read while calls arrive.</summary>
public sealed class Ledger
{
    /// <summary>The status of calls whose caller went away, or whose connection was broken.</summary>
    public const int Broken = 499;

    private const int MostEntries = 1_000_000;
    private readonly ConcurrentQueue<LedgerEntry> _entries = new();
    private int _inFlight;
    private int _mostInFlight;

    /// <summary>Every call that ended, in the order of their ends; the oldest million.</summary>
    public IReadOnlyCollection<LedgerEntry> Entries => _entries;

    /// <summary>How many calls are being worked on.</summary>
    public int InFlight => Volatile.Read(ref _inFlight);

    /// <summary>How many calls ended.</summary>
    public int Count => _entries.Count;

    /// <summary>Counts of what has happened so far.</summary>
    public LedgerSummary Summary()
    {
        LedgerEntry[] entries = [.. _entries];
        int answered = entries.Count(entry => entry.Status == 200);
        int answeredKeys = entries.Where(entry => entry.Status == 200).Select(entry => entry.Key).Distinct().Count();
        return new LedgerSummary(
            entries.Length,
            entries.Select(entry => entry.Key).Distinct().Count(),
            answered,
            answered - answeredKeys,
            InFlight,
            Volatile.Read(ref _mostInFlight),
            entries.GroupBy(entry => entry.Status).ToDictionary(group => group.Key, group => group.Count()),
            new SortedDictionary<DateTimeOffset, int>(entries.GroupBy(entry => entry.At.AddTicks(-(entry.At.Ticks % TimeSpan.TicksPerMinute))).ToDictionary(group => group.Key, group => group.Count())));
    }

    /// <summary>Forgets what happened so far.</summary>
    public void Clear() => _entries.Clear();

    internal static string KeyOf(ReadOnlySpan<byte> body)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(body, hash);
        return Convert.ToHexStringLower(hash[..16]);
    }

    internal void Begin()
    {
        int now = Interlocked.Increment(ref _inFlight);
        for (int most = Volatile.Read(ref _mostInFlight); now > most; most = Volatile.Read(ref _mostInFlight))
            Interlocked.CompareExchange(ref _mostInFlight, now, most);
    }

    internal void End(LedgerEntry entry)
    {
        Interlocked.Decrement(ref _inFlight);
        if (_entries.Count < MostEntries)
            _entries.Enqueue(entry);
    }
}
