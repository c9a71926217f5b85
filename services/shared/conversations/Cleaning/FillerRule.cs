using System.Text.RegularExpressions;
using DialInsight.DomainPacks.Cleaning;

namespace DialInsight.Conversations.Cleaning;

/// <summary>Words that fill pauses: 嗯，那个，<c>um</c>, <c>you know</c>. Only between commas, or where they are nothing else; a turn of nothing but these is an answer and stays.</summary>
internal sealed class FillerRule : ITextRule
{
    public const string Id = "fillers";

    private readonly WordScan _any;
    private readonly Regex _betweenCommas;
    private readonly Regex _anywhere;

    public FillerRule(CleaningPatterns patterns)
    {
        _any = new WordScan(patterns.Fillers.Concat(patterns.Hesitations));
        _betweenCommas = new Regex(
            $@"(?:^|(?<=[，,、。.！!？?；;…]))\s*(?:(?:{Words(patterns.Fillers)})(?:\s*(?:[，,、]|…+|\.{{2,}})\s*))+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Multiline);
        _anywhere = new Regex($@"\b(?:{Words(patterns.Hesitations)})\b(?![-'’])[,，]?\s*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
    }

    public string Apply(string text, Removals removals)
    {
        if (!_any.IsIn(text))
            return text;
        string clean = _anywhere.Replace(_betweenCommas.Replace(text, match => Space(text, match)), "");
        if (clean == text || !clean.Any(char.IsLetterOrDigit))
            return text;

        foreach (ValueMatch match in _betweenCommas.EnumerateMatches(text))
            removals.Add(Id, text.AsSpan(match.Index, match.Length).Trim());
        foreach (Match match in _anywhere.Matches(_betweenCommas.Replace(text, "")))
            removals.Add(Id, match.Value.Trim());
        return clean;
    }

    // "Well, um, yes" keeps the space before what follows.
    private static string Space(string text, Match match) => match.Index > 0 && text[match.Index - 1] is ',' or '.' or '!' or '?' or ';' && match.Value.Contains(' ', StringComparison.Ordinal) ? " " : "";

    private static string Words(IEnumerable<string> words) => string.Join('|', words.OrderByDescending(word => word.Length).Select(Regex.Escape));
}
