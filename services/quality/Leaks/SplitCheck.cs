using DialInsight.Quality.Exports;
using DialInsight.Quality.Releases;
using DialInsight.TextAnalysis.NearDuplicates;

namespace DialInsight.Quality.Leaks;

/// <summary>Counts the split by conversation, and looks for conversations of different parts that are nearly the same.</summary>
internal sealed class SplitCheck
{
    private const double Jaccard = 0.8;

    /// <summary>Conversations that are compared at most: some 100 MB.</summary>
    private const int MostConversations = 50_000;

    private readonly Dictionary<string, int> _samples = Split.All.ToDictionary(part => part, _ => 0);
    private readonly Dictionary<string, Conversation> _conversations = new(StringComparer.Ordinal);

    /// <summary>Looks at the next sample.</summary>
    public void Add(ReleasedSample sample)
    {
        string transcript = sample.Sample.Assignment.TranscriptId;
        _samples[Split.Of(transcript)]++;
        if (_conversations.TryGetValue(transcript, out Conversation? known))
            known.Samples++;
        else if (_conversations.Count < MostConversations)
            _conversations[transcript] = new Conversation(Shingles.Of(sample.Sample.Assignment.Turns.Select(turn => turn.Text))) { Samples = 1 };
    }

    /// <summary>What was counted and found.</summary>
    public SplitCount Count(CancellationToken cancellationToken)
    {
        string[] ids = [.. _conversations.Keys.Order(StringComparer.Ordinal)];
        (string, string)[] across =
        [
            .. NearDuplicateSearch.Pairs([.. ids.Select(id => _conversations[id].Shingles)], Jaccard, cancellationToken)
                .Select(pair => (ids[pair.First], ids[pair.Second]))
                .Where(pair => Split.Of(pair.Item1) != Split.Of(pair.Item2)),
        ];
        IEnumerable<string> known = across.SelectMany(pair => (string[])[pair.Item1, pair.Item2]).Distinct();
        return new SplitCount(
            _samples[Split.Train], _samples[Split.Validation], _samples[Split.Test], across.Length, [.. across.Take(20).Select(pair => new NearPair(pair.Item1, pair.Item2))],
            _conversations.Count)
        {
            HeldOut = HeldOut(ids),
            Known = HeldOut(known),
        };
    }

    private int HeldOut(IEnumerable<string> ids) => ids.Where(id => Split.Of(id) != Split.Train).Sum(id => _conversations[id].Samples);

    private sealed class Conversation(ulong[] shingles)
    {
        public ulong[] Shingles { get; } = shingles;

        public int Samples { get; set; }
    }
}

/// <summary>How a release is split by conversation.</summary>
/// <param name="Train">Samples to train with.</param>
/// <param name="Validation">Samples to validate with.</param>
/// <param name="Test">Samples to test with.</param>
/// <param name="NearDuplicates">Pairs of conversations in different parts whose Jaccard similarity is 0.8 or more.</param>
/// <param name="Pairs">The first twenty of them.</param>
/// <param name="Compared">How many conversations were compared.</param>
internal sealed record SplitCount(int Train, int Validation, int Test, int NearDuplicates, IReadOnlyList<NearPair> Pairs, int Compared)
{
    /// <summary>Samples to validate and to test with, of the conversations that were compared.</summary>
    public int HeldOut { get; init; }

    /// <summary>How many of them are of a conversation that is nearly the same as one of another part.</summary>
    public int Known { get; init; }

    /// <summary>Known of held out; 0 where nothing is held out.</summary>
    public double ShareKnown => HeldOut == 0 ? 0 : (double)Known / HeldOut;
}

/// <summary>Two conversations that are nearly the same.</summary>
internal sealed record NearPair(string First, string Second);
