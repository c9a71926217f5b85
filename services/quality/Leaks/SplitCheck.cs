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
    private readonly Dictionary<string, ulong[]> _conversations = new(StringComparer.Ordinal);

    /// <summary>Looks at the next sample.</summary>
    public void Add(ReleasedSample sample)
    {
        string transcript = sample.Sample.Assignment.TranscriptId;
        _samples[Split.Of(transcript)]++;
        if (_conversations.Count < MostConversations && !_conversations.ContainsKey(transcript))
            _conversations[transcript] = Shingles.Of(sample.Sample.Assignment.Turns.Select(turn => turn.Text));
    }

    /// <summary>What was counted and found.</summary>
    public SplitCount Count(CancellationToken cancellationToken)
    {
        string[] ids = [.. _conversations.Keys.Order(StringComparer.Ordinal)];
        (string, string)[] across =
        [
            .. NearDuplicateSearch.Pairs([.. ids.Select(id => _conversations[id])], Jaccard, cancellationToken)
                .Select(pair => (ids[pair.First], ids[pair.Second]))
                .Where(pair => Split.Of(pair.Item1) != Split.Of(pair.Item2)),
        ];
        return new SplitCount(
            _samples[Split.Train], _samples[Split.Validation], _samples[Split.Test], across.Length, [.. across.Take(20).Select(pair => new NearPair(pair.Item1, pair.Item2))],
            _conversations.Count);
    }
}

/// <summary>How a release is split by conversation.</summary>
/// <param name="Train">Samples to train with.</param>
/// <param name="Validation">Samples to validate with.</param>
/// <param name="Test">Samples to test with.</param>
/// <param name="NearDuplicates">Pairs of conversations in different parts whose Jaccard similarity is 0.8 or more.</param>
/// <param name="Pairs">The first twenty of them.</param>
/// <param name="Compared">How many conversations were compared.</param>
internal sealed record SplitCount(int Train, int Validation, int Test, int NearDuplicates, IReadOnlyList<NearPair> Pairs, int Compared);

/// <summary>Two conversations that are nearly the same.</summary>
internal sealed record NearPair(string First, string Second);
