using System.Globalization;
using System.Text.RegularExpressions;

namespace DialInsight.ScriptedModel;

/// <summary>Answers where the form is asked for in words, English or Chinese: a Markdown table with named columns, a list, or prose; as long as is said.</summary>
internal static partial class WordedAnswer
{
    private const int UsualEntries = 3, UsualLength = 80, MostCount = 5000;

    /// <summary>The answer to a prompt.</summary>
    public static string Write(string prompt, Utterances said)
    {
        (int? least, int? most) = Bounds(prompt);
        if (prompt.Contains("Markdown table", StringComparison.Ordinal) || prompt.Contains("Markdown 表格", StringComparison.Ordinal))
            return Table([.. Column().Matches(prompt).Cast<Match>()], Between(UsualEntries, least, most), said);
        if (prompt.Contains("led by \"- \"", StringComparison.Ordinal) || prompt.Contains("以“- ”开头", StringComparison.Ordinal))
            return string.Join('\n', Enumerable.Range(0, Between(UsualEntries, least, most)).Select(_ => $"- {said.Next()}"));
        return Prose(Between(UsualLength, least, most), most, said);
    }

    private static string Table(Match[] columns, int rows, Utterances said)
    {
        if (columns.Length == 0)
            return said.Next();
        string[] lines =
        [
            Row(columns.Select(column => column.Groups["name"].Value.Trim())),
            Row(columns.Select(_ => "---")),
            .. Enumerable.Range(0, rows).Select(_ => Row(columns.Select(column => Cell(column.Groups["rest"].Value, said)))),
        ];
        return string.Join('\n', lines);
    }

    private static string Cell(string rule, Utterances said)
    {
        if (Choice().Match(rule) is { Success: true } choice)
            return choice.Groups["first"].Value;
        if (rule.StartsWith("a number", StringComparison.Ordinal) || rule.StartsWith("数字", StringComparison.Ordinal))
            return "1";
        if (rule.StartsWith("true", StringComparison.Ordinal))
            return "true";
        return said.Next().Replace("|", "\\|", StringComparison.Ordinal);
    }

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    private static string Prose(int length, int? most, Utterances said)
    {
        string text = said.Next();
        while (text.Length < length)
            text += $" {said.Next()}";
        return most is { } limit && text.Length > limit ? text[..limit] : text;
    }

    private static int Between(int usual, int? least, int? most) => Math.Clamp(usual, least ?? 0, Math.Max(least ?? 0, most ?? int.MaxValue));

    private static (int? Least, int? Most) Bounds(string prompt)
    {
        Match match = Bound().Match(prompt);
        return (Number(match.Groups["least"]), Number(match.Groups["most"]));
    }

    private static int? Number(Group group) =>
        group.Success && int.TryParse(group.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? Math.Min(value, MostCount) : null;

    [GeneratedRegex(@"[(（](?:(?:at least|至少) (?<least>\d+)|(?:at most|最多) (?<most>\d+)|(?<least>\d+) (?:to|至) (?<most>\d+)) (?:rows|entries|characters|行|条|字)[)）]", RegexOptions.CultureInvariant)]
    private static partial Regex Bound();

    [GeneratedRegex(@"^- (?<name>[^\n(（]+)[(（](?<rest>[^\n]*)$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Column();

    [GeneratedRegex("(?:One of: \"|只能取以下值之一：“)(?<first>[^\"”]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Choice();
}
