using System.Text;

namespace DialInsight.TextAnalysis.Tokens;

/// <summary>Decomposes, orders and recomposes one stretch of text: a starter and what may combine with it. Reused between stretches.</summary>
internal sealed class CanonicalStretch
{
    private readonly List<int> _codePoints = [];
    private readonly List<byte> _classes = [];

    /// <summary>Appends the composed form of <paramref name="text"/>.</summary>
    public void Compose(ReadOnlySpan<char> text, StringBuilder output)
    {
        _codePoints.Clear();
        _classes.Clear();
        foreach (Rune rune in text.EnumerateRunes())
        {
            foreach (int codePoint in CanonicalTables.Decompose(rune.Value))
            {
                _codePoints.Add(codePoint);
                _classes.Add(CanonicalTables.CombiningClass(codePoint));
            }
        }

        OrderMarks();
        int length = Recompose();
        for (int index = 0; index < length; index++)
            output.Append(new Rune(_codePoints[index]));
    }

    /// <summary>Sorts every run of marks by class, equal classes staying in their order; n log n even for hostile text.</summary>
    private void OrderMarks()
    {
        for (int start = 0; start < _classes.Count; start++)
        {
            int end = start;
            bool ordered = true;
            while (end < _classes.Count && _classes[end] != 0)
            {
                ordered &= end == start || _classes[end - 1] <= _classes[end];
                end++;
            }

            if (!ordered)
                OrderRun(start, end - start);
            start = end;
        }
    }

    private void OrderRun(int start, int length)
    {
        var marks = new (long Order, int CodePoint)[length];
        for (int index = 0; index < length; index++)
            marks[index] = (((long)_classes[start + index] << 32) | (uint)index, _codePoints[start + index]);
        Array.Sort(marks);
        for (int index = 0; index < length; index++)
        {
            _codePoints[start + index] = marks[index].CodePoint;
            _classes[start + index] = (byte)(marks[index].Order >> 32);
        }
    }

    /// <summary>Joins each mark that nothing blocks with its starter, in place; returns how many code points are left.</summary>
    private int Recompose()
    {
        int length = 0;
        int starter = -1;
        int lastClass = 0;
        for (int index = 0; index < _codePoints.Count; index++)
        {
            byte current = _classes[index];
            if (starter >= 0 && (lastClass == 0 || lastClass < current)
                && CanonicalTables.TryCompose(_codePoints[starter], _codePoints[index], out int composite))
            {
                _codePoints[starter] = composite;
                continue;
            }

            if (current == 0)
                starter = length;
            lastClass = current;
            _codePoints[length++] = _codePoints[index];
        }

        return length;
    }
}
