using DialInsight.Quality.Exports;
using DialInsight.Quality.Releases;
using DialInsight.TextAnalysis.NearDuplicates;

namespace DialInsight.Quality.Leaks;

/// <summary>
/// Counts the split by conversation, and looks for conversations of different parts that are nearly the same, however many there are: what is compared of them is in a
/// temporary file, and held are some hundred bytes of each.
/// </summary>
internal sealed class SplitCheck : IDisposable
{
    private const double Jaccard = 0.8;
    private const int MostPairs = 20;

    private readonly Dictionary<string, int> _samples = Split.All.ToDictionary(part => part, _ => 0);
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<Conversation> _conversations = [];
    private readonly ShingleFile _shingles = new();

    /// <summary>Looks at the next sample.</summary>
    public void Add(ReleasedSample sample)
    {
        string transcript = sample.Sample.Assignment.TranscriptId;
        string part = Split.Of(transcript);
        _samples[part]++;
        if (_numbers.TryGetValue(transcript, out int known))
        {
            _conversations[known].Samples++;
            return;
        }

        _numbers[transcript] = _conversations.Count;
        _conversations.Add(new Conversation(transcript, part) { Samples = 1 });
        _shingles.Add(Shingles.Of(sample.Sample.Assignment.Turns.Select(turn => turn.Text)));
    }

    /// <summary>What was counted and found.</summary>
    public SplitCount Count(CancellationToken cancellationToken)
    {
        List<NearPair> pairs = [];
        int found = 0;
        foreach ((Conversation first, Conversation second) in Across(cancellationToken))
        {
            found++;
            first.IsKnown = second.IsKnown = true;
            if (pairs.Count < MostPairs)
                pairs.Add(new NearPair(first.Id, second.Id));
        }

        Conversation[] heldOut = [.. _conversations.Where(conversation => conversation.IsHeldOut)];
        return new SplitCount(_samples[Split.Train], _samples[Split.Validation], _samples[Split.Test], found, pairs, _conversations.Count)
        {
            HeldOut = heldOut.Sum(conversation => conversation.Samples),
            Known = heldOut.Where(conversation => conversation.IsKnown).Sum(conversation => conversation.Samples),
        };
    }

    /// <inheritdoc/>
    public void Dispose() => _shingles.Dispose();

    /// <summary>
    /// The pairs of different parts, each once. One of the two is held out, and these are few: they alone are indexed, and every conversation is looked up once.
    /// </summary>
    private IEnumerable<(Conversation First, Conversation Second)> Across(CancellationToken cancellationToken)
    {
        var banding = Banding.For(Jaccard);
        var table = new BandTable(banding);
        List<int> heldOut = [];
        for (int number = 0; number < _conversations.Count; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!_conversations[number].IsHeldOut || BandEntry.Of(_shingles.Read(number), banding) is not { HasShingles: true } entry)
                continue;
            table.Add(entry.Keys, entry.Sketch);
            heldOut.Add(number);
        }

        List<int> candidates = [];
        for (int number = 0; number < _conversations.Count; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ulong[] shingles = _shingles.Read(number);
            BandEntry entry = BandEntry.Of(shingles, banding);
            if (!entry.HasShingles)
                continue;
            candidates.Clear();
            table.Find(entry.Keys, entry.Sketch, candidates);
            Conversation conversation = _conversations[number];
            var set = new ShingleSet(shingles);
            foreach (int other in candidates.Select(candidate => heldOut[candidate]))
            {
                // Two that are held out find each other: the later one tells.
                bool isTold = conversation.IsHeldOut && other >= number;
                if (!isTold && _conversations[other].Part != conversation.Part && set.Jaccard(new ShingleSet(_shingles.Read(other))) >= Jaccard)
                    yield return (_conversations[other], conversation);
            }
        }
    }

    private sealed class Conversation(string id, string part)
    {
        public string Id => id;

        public string Part => part;

        public bool IsHeldOut => part != Split.Train;

        public int Samples { get; set; }

        public bool IsKnown { get; set; }
    }
}

/// <summary>How a release is split by conversation.</summary>
/// <param name="Train">Samples to train with.</param>
/// <param name="Validation">Samples to validate with.</param>
/// <param name="Test">Samples to test with.</param>
/// <param name="NearDuplicates">Pairs of conversations in different parts whose Jaccard similarity is 0.8 or more.</param>
/// <param name="Pairs">The first twenty of them.</param>
/// <param name="Compared">How many conversations were compared: all of them.</param>
internal sealed record SplitCount(int Train, int Validation, int Test, int NearDuplicates, IReadOnlyList<NearPair> Pairs, int Compared)
{
    /// <summary>Samples to validate and to test with.</summary>
    public int HeldOut { get; init; }

    /// <summary>How many of them are of a conversation that is nearly the same as one of another part.</summary>
    public int Known { get; init; }

    /// <summary>Known of held out; 0 where nothing is held out.</summary>
    public double ShareKnown => HeldOut == 0 ? 0 : (double)Known / HeldOut;
}

/// <summary>Two conversations that are nearly the same.</summary>
internal sealed record NearPair(string First, string Second);
