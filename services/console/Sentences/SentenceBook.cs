using System.Text.RegularExpressions;

namespace DialInsight.WebConsole.Sentences;

/// <summary>Sentences of one language with what they are in another.</summary>
/// <param name="pairs">Each sentence, with <c>{holes}</c>, and its translation with the same holes.</param>
/// <param name="between">What stands between sentences in a row.</param>
internal sealed partial class SentenceBook(IEnumerable<(string From, string To)> pairs, string between)
{
    private const string Joint = "; ";
    private static readonly char[] s_joints = [';', ':', ',', ' ', '；', '，', '（', '：'];

    // The more of a sentence is fixed, the surer it is meant.
    private readonly Sentence[] _sentences = [.. pairs.Select(pair => new Sentence(pair.From, pair.To)).OrderByDescending(sentence => sentence.Fixed)];

    /// <summary>A text in the other language; null where it is not known.</summary>
    public string? Find(string text, int depth)
    {
        if (depth > 0 && Row(text, depth - 1) is { Length: > 0 } row && row.All(part => part is not null))
            return string.Join(between, row);
        foreach (Sentence sentence in _sentences)
        {
            if (sentence.Match(text) is not { } match)
                continue;
            bool isKnown = sentence.IsSure;
            string said = sentence.Fill(match, value =>
            {
                string inner = depth == 0 ? value : Inner(value, depth - 1);
                isKnown |= inner != value;
                return inner;
            });
            if (isKnown)
                return said;
        }

        return depth > 0 && Row(text, depth - 1) is { } known && known.Any(part => part is not null)
            ? string.Join(between, text.Split(Joint).Select((part, index) => known[index] ?? part))
            : null;
    }

    /// <summary>What is filled in: a sentence, or a value with a known end.</summary>
    private string Inner(string value, int depth)
    {
        if (value.Length == 0)
            return value;
        if (Find(value, depth) is { } known)
            return known;
        for (int at = value.IndexOfAny(s_joints, 1); at > 0 && at + 1 < value.Length; at = value.IndexOfAny(s_joints, at + 1))
        {
            if (Find(value[at..], depth: 0) is { } end)
                return value[..at] + end;
        }

        return value;
    }

    /// <summary>The parts of a row of sentences, each where it is known.</summary>
    private string?[] Row(string text, int depth) => text.Split(Joint) is { Length: > 1 } parts ? [.. parts.Select(part => Find(part, depth))] : [];

    /// <summary>One sentence and its translation.</summary>
    private sealed partial class Sentence
    {
        private readonly string _start;
        private readonly string _end;
        private readonly string _to;
        private readonly Lazy<Regex> _pattern;

        public Sentence(string from, string to)
        {
            string[] holes = [.. Hole().Matches(from).Select(hole => hole.Groups[1].Value)];
            string[] pieces = Hole().Replace(from, "\0").Split('\0');
            _start = pieces[0];
            _end = pieces[^1];
            _to = Hole().Replace(to, "{$1}");
            Fixed = pieces.Sum(piece => piece.Length);
            IsSure = pieces.Any(piece => piece.Any(char.IsLetter)) || (_start.Length > 0 && _end.Length > 0);
            _pattern = new(() => new Regex(
                $"^{string.Concat(pieces.Select((piece, index) => Regex.Escape(piece) + (index < holes.Length ? $"(?<{holes[index]}>.*?)" : "")))}\\z",
                RegexOptions.CultureInvariant | RegexOptions.Singleline, TimeSpan.FromMilliseconds(100)));
        }

        /// <summary>How many characters are fixed.</summary>
        public int Fixed { get; }

        /// <summary>Whether it has words of its own, or encloses what it holds: other signs hold only around something that is known.</summary>
        public bool IsSure { get; }

        public Match? Match(string text) =>
            text.Length >= Fixed && text.StartsWith(_start, StringComparison.Ordinal) && text.EndsWith(_end, StringComparison.Ordinal) && _pattern.Value.Match(text) is { Success: true } match ? match : null;

        public string Fill(Match match, Func<string, string> say) => One().Replace(_to, hole => say(match.Groups[hole.Groups[1].Value].Value));

        // Holes that touch are one: nobody can tell where the first ends.
        [GeneratedRegex(@"\{([a-zA-Z]+)\}(?:\{[a-zA-Z]+\})*")]
        private static partial Regex Hole();

        [GeneratedRegex(@"\{([a-zA-Z]+)\}")]
        private static partial Regex One();
    }
}
