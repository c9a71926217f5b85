using System.Numerics;

namespace DialInsight.TextAnalysis.Vectors;

/// <summary>
/// Texts as bags of tokens, in little memory: each token that occurs is kept as its distance from the one before it and its count, both in as few bytes as they need, about
/// three a token. Vectors are made of them when they are wanted, of all texts or of some.
/// </summary>
public sealed class TokenBags
{
    private const int ChunkBytes = 1 << 20;
    private const int MostHeld = 1 << 14;
    private readonly List<byte[]> _chunks = [];
    private readonly List<long> _places = [];
    private byte[] _written = new byte[256];
    private int _free;
    private int _highest = -1;

    /// <summary>How many texts there are.</summary>
    public int Count => _places.Count;

    /// <summary>Adds a text; answers its number, one more than the last, from 0.</summary>
    /// <param name="tokens">Its tokens' ids, 0 or more, in any order.</param>
    public int Add(IReadOnlyList<int> tokens)
    {
        int[] sorted = [.. tokens];
        Array.Sort(sorted);
        if (sorted.Length > 0)
            _highest = Math.Max(_highest, sorted[^1]);
        if (_written.Length < 10 * (sorted.Length + 1))
            _written = new byte[(int)BitOperations.RoundUpToPowerOf2((uint)(10 * (sorted.Length + 1)))];
        _places.Add(Keep(Write(sorted)));
        return _places.Count - 1;
    }

    /// <summary>
    /// The vectors of some texts as a corpus of their own, in the order given: each count weighted by the token's inverse document frequency, smoothed:
    /// <c>idf(t) = ln((1 + N) / (1 + df(t))) + 1</c>, N texts of which df(t) hold the token. No token weighs nothing, even one that all texts hold. A text without tokens has the
    /// zero vector. A number that is given more than once counts as often. Of very many texts a vector is made
    /// when it is asked for, each time anew: it takes some microseconds, and three times the room of its bag.
    /// </summary>
    /// <param name="texts">The numbers of the texts.</param>
    public IReadOnlyList<SparseVector> Vectors(IReadOnlyList<int> texts)
    {
        var repeats = new int[Count];
        foreach (int text in texts)
            repeats[text]++;
        var frequencies = new int[_highest + 1];
        for (int text = 0; text < repeats.Length; text++)
        {
            if (repeats[text] == 0)
                continue;
            var entries = new Entries(this, text);
            while (entries.MoveNext())
                frequencies[entries.Token] += repeats[text];
        }

        double[] weights = Array.ConvertAll(frequencies, frequency => Math.Log((1.0 + texts.Count) / (1.0 + frequency)) + 1);
        if (texts.Count > MostHeld)
            return new MadeList<SparseVector>(texts.Count, place => Vector(texts[place], weights));
        var vectors = new SparseVector?[Count];
        return [.. texts.Select(text => vectors[text] ??= Vector(text, weights))];
    }

    private SparseVector Vector(int text, double[] weights)
    {
        var entries = new Entries(this, text);
        int[] terms = new int[entries.Left];
        var values = new float[entries.Left];
        for (int place = 0; entries.MoveNext(); place++)
            (terms[place], values[place]) = (entries.Token, (float)(entries.Occurrences * weights[entries.Token]));
        return new SparseVector(terms, values);
    }

    private int Write(int[] sorted)
    {
        int end = 0;
        Write((uint)CountDistinct(sorted), ref end);
        int before = 0;
        for (int index = 0; index < sorted.Length;)
        {
            int next = index + 1;
            while (next < sorted.Length && sorted[next] == sorted[index])
                next++;
            Write((uint)(sorted[index] - before), ref end);
            Write((uint)(next - index), ref end);
            before = sorted[index];
            index = next;
        }

        return end;
    }

    private void Write(uint number, ref int end)
    {
        for (; number >= 0x80; number >>= 7)
            _written[end++] = (byte)(number | 0x80);
        _written[end++] = (byte)number;
    }

    private long Keep(int length)
    {
        if (_chunks.Count == 0 || _free + length > _chunks[^1].Length)
        {
            _chunks.Add(new byte[Math.Max(ChunkBytes, length)]);
            _free = 0;
        }

        _written.AsSpan(0, length).CopyTo(_chunks[^1].AsSpan(_free));
        _free += length;
        return ((long)(_chunks.Count - 1) << 32) | (uint)(_free - length);
    }

    private static int CountDistinct(int[] sorted)
    {
        int count = 0;
        for (int index = 0; index < sorted.Length; index++)
            count += index == 0 || sorted[index] != sorted[index - 1] ? 1 : 0;
        return count;
    }

    /// <summary>Goes through the tokens of a text, ascending.</summary>
    private struct Entries
    {
        private readonly byte[] _bytes;
        private int _at;

        public Entries(TokenBags bags, int text)
        {
            (_bytes, _at) = (bags._chunks[(int)(bags._places[text] >> 32)], (int)bags._places[text]);
            Left = (int)Read();
        }

        public int Left { get; private set; }

        public int Token { get; private set; }

        public int Occurrences { get; private set; }

        public bool MoveNext()
        {
            if (Left == 0)
                return false;
            Left--;
            Token += (int)Read();
            Occurrences = (int)Read();
            return true;
        }

        private uint Read()
        {
            uint number = 0;
            for (int shift = 0; ; shift += 7)
            {
                byte part = _bytes[_at++];
                number |= (uint)(part & 0x7F) << shift;
                if (part < 0x80)
                    return number;
            }
        }
    }
}
