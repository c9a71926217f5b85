using System.Buffers;

namespace DialInsight.DomainPacks.Cleaning;

/// <summary>A piece of a pattern: what may stand there, and the words after it.</summary>
internal sealed record PatternPart(PatternGap Gap, string Literal)
{
    private static readonly SearchValues<char> s_number = SearchValues.Create("0123456789 :.,");

    /// <summary>The parts of a pattern; null where a brace holds something unknown, or two gaps touch.</summary>
    public static IReadOnlyList<PatternPart>? Read(string pattern)
    {
        List<PatternPart> parts = [];
        PatternGap gap = PatternGap.None;
        while (true)
        {
            int open = pattern.IndexOf('{', StringComparison.Ordinal);
            string literal = open < 0 ? pattern : pattern[..open];
            if (gap != PatternGap.None && literal.Length == 0 && open >= 0)
                return null;
            parts.Add(new PatternPart(gap, literal));
            if (open < 0)
                return literal.Contains('}', StringComparison.Ordinal) ? null : parts;
            int close = pattern.IndexOf('}', open);
            if (close < 0 || !Enum.TryParse(pattern[(open + 1)..close], ignoreCase: true, out gap) || gap == PatternGap.None)
                return null;
            pattern = pattern[(close + 1)..];
        }
    }

    /// <summary>Where a match from the line's start ends; -1 where there is none. Gaps are as short as the words after them allow.</summary>
    public static int Match(IReadOnlyList<PatternPart> parts, string line, bool isPrefix = false)
    {
        int at = 0;
        for (int index = 0; index < parts.Count; index++)
        {
            PatternPart part = parts[index];
            bool isLast = index == parts.Count - 1 && !isPrefix;
            int found = part.Gap == PatternGap.None
                ? line.AsSpan(at).StartsWith(part.Literal, StringComparison.OrdinalIgnoreCase) ? at : -1
                : isLast ? LastOf(line, part.Literal, at) : line.IndexOf(part.Literal, Math.Min(at + 1, line.Length), StringComparison.OrdinalIgnoreCase);
            if (found < 0 || (part.Gap != PatternGap.None && !Fits(part.Gap, line.AsSpan(at, found - at))))
                return -1;
            at = found + part.Literal.Length;
        }

        return at;
    }

    private static int LastOf(string line, string literal, int at) =>
        line.Length - literal.Length > at && line.EndsWith(literal, StringComparison.OrdinalIgnoreCase) ? line.Length - literal.Length : -1;

    private static bool Fits(PatternGap gap, ReadOnlySpan<char> text) => gap switch
    {
        PatternGap.Number => !text.Trim().IsEmpty && !text.ContainsAnyExcept(s_number),
        PatternGap.Name => SystemName.Fits(text),
        _ => !text.IsWhiteSpace(),
    };
}

/// <summary>What may stand in a pattern's gap.</summary>
internal enum PatternGap
{
    /// <summary>Nothing: the pattern begins here.</summary>
    None,

    /// <summary>A name as programs write it.</summary>
    Name,

    /// <summary>A number, a time.</summary>
    Number,

    /// <summary>Anything.</summary>
    Text,
}
