using System.Globalization;

namespace DialInsight.Conversations.Parsing.Timed;

/// <summary>
/// The values of a TextGrid in their order: quoted strings and numbers. Praat's own rule is that all else is a comment, which makes the long
/// and the short form the same.
/// </summary>
internal sealed class TextGridTokens
{
    private readonly string _text;
    private readonly ParsingLimits _limits;
    private int _next;

    public TextGridTokens(string text, ParsingLimits limits)
    {
        (_text, _limits) = (text, limits);
        (_next, bool found) = (Math.Max(0, text.IndexOf("TextGrid\"", StringComparison.Ordinal)), text.Contains("TextGrid\"", StringComparison.Ordinal));
        _next += found ? "TextGrid\"".Length : 0;
    }

    /// <summary>The next tier of intervals with its intervals that have words; null where there is no more. Tiers of points are passed over.</summary>
    public (string Name, List<(double Start, string Words)> Intervals)? Tier()
    {
        while (NextString() is { } kind)
        {
            if (kind != "IntervalTier")
                continue;
            string name = NextString() ?? "";
            Number();
            Number();
            return (name, Intervals((int)Math.Clamp(Number() ?? 0, 0, int.MaxValue)));
        }

        return null;
    }

    private List<(double Start, string Words)> Intervals(int count)
    {
        List<(double Start, string Words)> intervals = [];
        for (int index = 0; index < count && Number() is { } start && Number() is not null && NextString() is { } words; index++)
        {
            if (string.IsNullOrWhiteSpace(words))
                continue;
            if (intervals.Count == _limits.Turns)
                throw new RecordRefusedException(_limits.TooManyIntervals);
            intervals.Add((start, words));
        }

        return intervals;
    }

    /// <summary>The next quoted string; a doubled quotation mark stands for one.</summary>
    private string? NextString()
    {
        int open = _text.IndexOf('"', _next);
        if (open < 0)
            return null;
        int close = open + 1;
        while ((close = _text.IndexOf('"', close)) >= 0 && close + 1 < _text.Length && _text[close + 1] == '"')
            close += 2;
        if (close < 0)
        {
            _next = _text.Length;
            return null;
        }

        _next = close + 1;
        return _text[(open + 1)..close].Replace("\"\"", "\"", StringComparison.Ordinal);
    }

    /// <summary>The next number that stands by itself; one in brackets or in a name is a comment's. None before the next string.</summary>
    private double? Number()
    {
        while (_next < _text.Length && _text[_next] != '"')
        {
            int start = _next;
            while (_next < _text.Length && !char.IsWhiteSpace(_text[_next]) && _text[_next] != '"')
                _next++;
            if (_next == start)
                _next++;
            else if (double.TryParse(_text.AsSpan(start, _next - start), NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
                return number;
        }

        return null;
    }
}
