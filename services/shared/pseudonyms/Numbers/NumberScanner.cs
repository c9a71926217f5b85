using System.Text;
using DialInsight.Pseudonyms.Scanning;

namespace DialInsight.Pseudonyms.Numbers;

/// <summary>Finds personal numbers: gathers digits in any writing into runs and claims the windows that <see cref="NumberRules"/> knows.</summary>
internal static class NumberScanner
{
    private const int LongestWindow = 20;
    private const int MostDigits = 24;

    /// <summary>Claims the personal numbers of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="context">The end of what was said before, folded.</param>
    /// <param name="findings">Receives the numbers.</param>
    public static void Scan(FoldedText text, string context, Findings findings)
    {
        for (int index = 0; index < text.Length;)
        {
            if (DigitReader.At(text, index) is not { } first)
            {
                index++;
                continue;
            }

            List<DigitGroup> run = Run(text, first);
            Claim(text, context, run, findings);
            index = run[^1].End;
        }
    }

    /// <summary>The pieces of digits of a span that was claimed.</summary>
    public static IReadOnlyList<DigitToken> Tokens(FoldedText text, int start, int end)
    {
        List<DigitToken> tokens = [];
        for (int index = start; index < end;)
        {
            if (DigitReader.At(text, index) is { } token && token.End <= end)
            {
                tokens.Add(token);
                index = token.End;
            }
            else
            {
                if (text[index] is 'x' or 'X' && index == end - 1)
                    tokens.Add(new DigitToken(index, end, "X", false));
                index++;
            }
        }

        return tokens;
    }

    private static List<DigitGroup> Run(FoldedText text, DigitToken first)
    {
        List<DigitGroup> groups = [];
        DigitToken? token = first;
        while (token is { } current)
        {
            var group = new DigitGroup(current.Start);
            while (true)
            {
                group.Add(current);
                if (DigitReader.At(text, current.End) is not { } adjacent)
                    break;
                current = adjacent;
            }

            if (text[group.End] is 'x' or 'X' && !Characters.IsWord(text[group.End + 1]) && groups.Sum(other => other.Digits.Length) + group.Digits.Length == 17)
                group.Add(new DigitToken(group.End, group.End + 1, "X", false));
            groups.Add(group);
            int next = DigitReader.SkipGap(text, group.End, current.Spoken);
            token = DigitReader.At(text, next) ?? Extension(text, next);
            if (token is null && !current.Spoken && group.Digits.Length is 3 or 4 && DigitReader.SkipPause(text, group.End, out bool worded) is > 0 and var paused)
            {
                token = DigitReader.At(text, paused);
                group.Gap = worded ? ';' : ',';
            }
            else if (token is { } found)
                group.Gap = found.Start == group.End ? '\0' : text[group.End] == ' ' && found.Start > group.End + 1 && text[found.Start - 1] is not ' ' ? text[found.Start - 1] : text[group.End];
        }

        return groups;
    }

    // An extension: "x123", "ext. 123", 转123.
    private static DigitToken? Extension(FoldedText text, int index)
    {
        foreach (string word in (ReadOnlySpan<string>)["x", "ext.", "ext", "extension", "分机", "转", "#"])
        {
            if (!text.Says(index, word))
                continue;
            int next = index + word.Length;
            if (text[next] == ' ')
                next++;
            if (char.IsAsciiDigit(text[next]))
                return DigitReader.At(text, next);
        }

        return null;
    }

    private static void Claim(FoldedText text, string context, List<DigitGroup> run, Findings findings)
    {
        for (int first = 0; first < run.Count; first++)
        {
            if (IsDate(run, first))
            {
                first += 2;
                continue;
            }

            int last = Longest(text, context, run, first, out IdentifierType type);
            if (last < 0)
                continue;
            int start = run[first].Start;
            if (text[start - 1] == '(' && text.Cased.IndexOf(')', start, run[last].End - start) > 0)
                start--;
            if (text[start - 1] == '+')
                start--;
            findings.TryAdd(start, run[last].End, type);
            first = last;
        }
    }

    // A date stands between numbers without being a part of one.
    private static bool IsDate(List<DigitGroup> run, int first)
    {
        if (first + 2 >= run.Count || run[first].Gap != run[first + 1].Gap || run[first].Gap is not ('-' or '.' or '/') || run[first + 1].Digits.Length > 2)
            return false;
        string year = run[first].Digits.Length == 4 ? run[first].Digits : run[first + 2].Digits;
        return year.Length == 4 && (year[..2] is "19" or "20") && run[first].Digits.Length + run[first + 2].Digits.Length is 5 or 6;
    }

    private static int Longest(FoldedText text, string context, List<DigitGroup> run, int first, out IdentifierType type)
    {
        type = default;
        if (IsPartOfCode(text, run, first))
            return -1;
        Clue? clue = null;
        for (int last = Math.Min(run.Count, first + LongestWindow) - 1; last >= first; last--)
        {
            if (Window(text, run, first, last) is not { } window)
                continue;
            clue ??= ClueFor(text, context, run[first].Start, run[^1].End);
            if (NumberRules.Classify(window, clue.Value) is { } found)
            {
                type = found;
                return last;
            }
        }

        return -1;
    }

    // Digits behind a letter, or behind a dash behind one, are a code's.
    private static bool IsPartOfCode(FoldedText text, List<DigitGroup> run, int first)
    {
        if (run[first].Spoken)
            return false;
        char before = text[run[first].Start - 1];
        if (Characters.IsLatin(before) || before == '_')
            return true;
        if (before != '-')
            return false;
        return first == 0 ? Characters.IsLatin(text[run[0].Start - 2]) : Characters.IsLatin(text[run[0].Start - 1]) && run[0].Gap == '-';
    }

    private static Clue ClueFor(FoldedText text, string context, int start, int end)
    {
        // What is counted or measured answers no question.
        bool answers = !(text[end] == ' ' && Characters.IsLatin(text[end + 1]));
        Clue clue = Clues.Nearest(text.Lower, start);
        return clue == Clue.None && start < Clues.Reach && answers ? Clues.Nearest(context, context.Length) : clue;
    }

    private static DigitWindow? Window(FoldedText text, List<DigitGroup> run, int first, int last)
    {
        int count = 0, spoken = 0;
        for (int index = first; index <= last; index++)
        {
            count += run[index].Digits.Length;
            if (count > MostDigits)
                return null;
            spoken += run[index].Spoken ? run[index].Digits.Length : 0;
        }

        if (count < 5)
            return null;
        var digits = new StringBuilder(count);
        var groups = new int[last - first + 1];
        var gaps = new char[last - first];
        for (int index = first; index <= last; index++)
        {
            digits.Append(run[index].Digits);
            groups[index - first] = run[index].Digits.Length;
            if (index < last)
                gaps[index - first] = run[index].Gap;
        }

        int start = run[first].Start;
        char before = text[start - 1] == '(' ? (text[start - 2] == '+' ? '+' : '(') : text[start - 1];
        char after = text[run[last].End];
        if (Characters.IsLatin(after) && !run[last].Spoken)
            return null;
        return new DigitWindow(digits.ToString(), groups, new string(gaps), spoken * 4 >= count, before, after);
    }

    /// <summary>Digits without anything between them.</summary>
    private sealed class DigitGroup(int start)
    {
        private readonly StringBuilder _digits = new();

        public int Start { get; } = start;

        public int End { get; private set; }

        public bool Spoken { get; private set; }

        public char Gap { get; set; }

        public string Digits
        {
            get => field ??= _digits.ToString();
            private set;
        }

        public void Add(DigitToken token)
        {
            End = token.End;
            Spoken |= token.Spoken;
            if (_digits.Length <= MostDigits)
                _digits.Append(token.Value);
            Digits = null!;
        }
    }
}
