using DialInsight.TextAnalysis.NearDuplicates;

namespace DialInsight.Cli.Duplicates;

/// <summary>
/// All near duplicates among the dialogues of files, of any number: a first reading keeps about 250 bytes of each dialogue and finds the likely pairs, a second one
/// compares these exactly and keeps the shingles of a dialogue only until its last partner has come.
/// </summary>
/// <param name="threshold">From <see cref="Banding.LowestThreshold"/> to 1.</param>
/// <param name="fail">Told of what cannot be read.</param>
/// <param name="progress">Told of how many dialogues have been read, of how many; of 0 in the first reading, which does not know.</param>
internal sealed class DuplicateSearch(double threshold, Action<string> fail, Action<int, int> progress)
{
    private const int Chunk = 512;
    private readonly Banding _banding = Banding.For(threshold);
    private readonly List<string> _names = [];
    private readonly List<(int First, int Second)> _likely = [];

    /// <summary>How many dialogues could not be read.</summary>
    public int Failures { get; private set; }

    /// <summary>How many could.</summary>
    public int Read => _names.Count;

    /// <summary>The pairs, by the place of the first of the two and then of the second.</summary>
    public async Task<IReadOnlyList<(string First, string Second, double Jaccard)>> FindAsync(IReadOnlyList<string> files, CancellationToken cancellationToken)
    {
        await foreach (Dialogue[] chunk in ChunksAsync(files, told: true, cancellationToken))
        {
            Add(chunk);
            progress(Read, 0);
        }

        List<NearDuplicatePair> pairs = [];
        await VerifyAsync(files, pairs, cancellationToken);
        return [.. pairs.OrderBy(pair => pair.First).ThenBy(pair => pair.Second).Select(pair => (_names[pair.First], _names[pair.Second], pair.Jaccard))];
    }

    private BandTable Table => field ??= new BandTable(_banding);

    private void Add(Dialogue[] chunk)
    {
        var entries = new BandEntry[chunk.Length];
        Parallel.For(0, chunk.Length, index => entries[index] = BandEntry.Of(Shingles.Of(chunk[index].Parts), _banding));
        List<int> found = [];
        for (int index = 0; index < chunk.Length; index++)
        {
            found.Clear();
            if (entries[index].HasShingles)
                Table.Find(entries[index].Keys, entries[index].Sketch, found);
            int number = Table.Add(entries[index].Keys, entries[index].Sketch);
            _likely.AddRange(found.Select(earlier => (earlier, number)));
            _names.Add(chunk[index].Name);
        }
    }

    private async Task VerifyAsync(IReadOnlyList<string> files, List<NearDuplicatePair> pairs, CancellationToken cancellationToken)
    {
        ILookup<int, int> partners = _likely.ToLookup(pair => pair.Second, pair => pair.First);
        Dictionary<int, int> awaited = _likely.GroupBy(pair => pair.First).ToDictionary(group => group.Key, group => group.Count());
        var sets = new Dictionary<int, ShingleSet>();
        int number = 0;
        await foreach (Dialogue[] chunk in ChunksAsync(files, told: false, cancellationToken))
        {
            foreach (Dialogue dialogue in chunk)
            {
                int second = number++;
                if (!partners.Contains(second) && !awaited.ContainsKey(second))
                    continue;
                var set = new ShingleSet(Shingles.Of(dialogue.Parts));
                if (awaited.ContainsKey(second))
                    sets[second] = set;
                foreach (int first in partners[second])
                    Compare(first, second, set);
            }

            progress(number, Read);
        }

        void Compare(int first, int second, ShingleSet set)
        {
            double jaccard = sets[first].Jaccard(set);
            if (jaccard >= threshold)
                pairs.Add(new NearDuplicatePair(first, second, jaccard));
            if (--awaited[first] == 0)
                sets.Remove(first);
        }
    }

    private async IAsyncEnumerable<Dialogue[]> ChunksAsync(
        IReadOnlyList<string> files, bool told, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<Dialogue> chunk = new(Chunk);
        await foreach (Dialogue dialogue in DialogueFiles.ReadAsync(files, cancellationToken))
        {
            if (dialogue.Failure is null)
                chunk.Add(dialogue);
            else if (told)
                Fail(dialogue);
            if (chunk.Count < Chunk)
                continue;
            yield return [.. chunk];
            chunk.Clear();
        }

        yield return [.. chunk];
    }

    private void Fail(Dialogue dialogue)
    {
        Failures++;
        fail($"{dialogue.Name}: {dialogue.Failure}");
    }
}
