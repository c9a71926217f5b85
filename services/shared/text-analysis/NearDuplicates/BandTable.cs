namespace DialInsight.TextAnalysis.NearDuplicates;

/// <summary>
/// Sketched signatures, found by their bands, in memory: about 150 bytes each at twelve bands. Finding is safe from many threads as long as none adds.
/// </summary>
/// <param name="banding">The bands that every signature here has.</param>
public sealed class BandTable(Banding banding)
{
    private readonly int _bands = banding.Bands;
    private Link[] _links = new Link[64 * banding.Bands];
    private int[] _heads = Empty(32 * banding.Bands);
    private Sketch[] _sketches = new Sketch[64];

    /// <summary>How many signatures there are.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a signature; answers its number, one more than the last, from 0.</summary>
    /// <param name="keys">Its <see cref="Banding.WriteKeys"/>.</param>
    /// <param name="sketch">Its sketch.</param>
    public int Add(ReadOnlySpan<uint> keys, Sketch sketch)
    {
        if (Count == _sketches.Length)
            Grow();
        _sketches[Count] = sketch;
        for (int band = 0; band < _bands; band++)
            _links[(Count * _bands) + band].Key = keys[band];
        Chain(Count * _bands, _bands);
        return Count++;
    }

    /// <summary>Adds to <paramref name="found"/> the numbers of those that share a band and may be near duplicates, the earliest first.</summary>
    public void Find(ReadOnlySpan<uint> keys, Sketch sketch, List<int> found)
    {
        int start = found.Count;
        for (int band = 0; band < _bands; band++)
        {
            for (int entry = _heads[Slot(keys[band])]; entry >= 0; entry = _links[entry].Next)
            {
                if (_links[entry].Key == keys[band] && banding.Plausible(sketch, _sketches[entry / _bands]))
                    found.Add(entry / _bands);
            }
        }

        Distinct(found, start);
    }

    /// <summary>The sketch of a signature, by its number.</summary>
    public Sketch SketchOf(int number) => _sketches[number];

    /// <summary>A band's key of a signature, by its number.</summary>
    public uint KeyOf(int number, int band) => _links[(number * _bands) + band].Key;

    private static void Distinct(List<int> found, int start)
    {
        found.Sort(start, found.Count - start, null);
        int kept = start;
        for (int index = start; index < found.Count; index++)
        {
            if (index == start || found[index] != found[kept - 1])
                found[kept++] = found[index];
        }

        found.RemoveRange(kept, found.Count - kept);
    }

    private void Grow()
    {
        // In small steps: what is reserved ahead counts too.
        int size = _sketches.Length + (_sketches.Length / 4);
        Array.Resize(ref _sketches, size);
        Array.Resize(ref _links, size * _bands);
        _heads = Empty(size * _bands / 2);
        Chain(0, Count * _bands);
    }

    private void Chain(int first, int count)
    {
        for (int entry = first; entry < first + count; entry++)
        {
            int slot = Slot(_links[entry].Key);
            _links[entry].Next = _heads[slot];
            _heads[slot] = entry;
        }
    }

    private int Slot(uint key) => (int)(((ulong)key * (uint)_heads.Length) >> 32);

    private static int[] Empty(int length)
    {
        var heads = new int[length];
        Array.Fill(heads, -1);
        return heads;
    }

    /// <summary>A band's key, and the entry before it in the same slot; entries are numbered by signature and band.</summary>
    private struct Link
    {
        public uint Key;
        public int Next;
    }
}
