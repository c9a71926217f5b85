using System.Text;
using System.Text.RegularExpressions;
using DialInsight.DomainPacks.Cleaning;

namespace DialInsight.Conversations.Cleaning;

/// <summary>Lines, sentences and beginnings of lines that a program wrote.</summary>
internal sealed partial class BoilerplateRule(CleaningPatterns patterns) : ITextRule
{
    public const string Id = "boilerplate";

    private const string Decoration = " -=*~·•#|<>[]()_.。!，,";

    private readonly PatternList _lines = new(patterns.Lines), _sentences = new(patterns.Sentences), _prefixes = new(patterns.Prefixes);

    public string Apply(string text, Removals removals)
    {
        bool mayHaveLines = _lines.MayBeIn(text), mayHaveSentences = _sentences.MayBeIn(text), mayHavePrefixes = _prefixes.MayBeIn(text);
        if (!mayHaveLines && !mayHaveSentences && !mayHavePrefixes)
            return text;

        return TextLines.Each(text, line =>
        {
            if (mayHavePrefixes)
                line = WithoutPrefix(line, removals);
            if (mayHaveLines && IsLine(line))
            {
                removals.Add(Id, line);
                return "";
            }

            return mayHaveSentences ? WithoutSentences(line, removals) : line;
        });
    }

    private bool IsLine(string line)
    {
        if (line.Length > TextPattern.LongestLine)
            return false;
        string folded = TextPattern.Fold(line).Trim();
        return _lines.Fits(folded) || _lines.Fits(folded.Trim(Decoration.ToCharArray()));
    }

    private string WithoutPrefix(string line, Removals removals)
    {
        while (true)
        {
            string trimmed = line.TrimStart();
            int prefix = _prefixes.PrefixOf(TextPattern.Fold(trimmed.Length > TextPattern.LongestLine ? trimmed[..TextPattern.LongestLine] : trimmed));
            if (prefix == 0)
                return line;
            removals.Add(Id, trimmed.AsSpan(0, prefix));
            line = trimmed[prefix..];
        }
    }

    private string WithoutSentences(string line, Removals removals)
    {
        StringBuilder? clean = null;
        int copied = 0;
        foreach (ValueMatch sentence in Sentence().EnumerateMatches(line))
        {
            ReadOnlySpan<char> words = line.AsSpan(sentence.Index, sentence.Length);
            if (words.Length > TextPattern.LongestLine || !_sentences.Fits(TextPattern.Fold(words.ToString()).Trim(Decoration.ToCharArray())))
                continue;
            removals.Add(Id, words.Trim());
            (clean ??= new StringBuilder()).Append(line, copied, sentence.Index - copied);
            copied = sentence.Index + sentence.Length;
        }

        return clean is null ? line : clean.Append(line, copied, line.Length - copied).ToString();
    }

    [GeneratedRegex(@"[^。！？!?；;\n.]+(?:\.(?!\s|$)[^。！？!?；;\n.]*)*[。！？!?；;.]*", RegexOptions.CultureInvariant)]
    private static partial Regex Sentence();
}
