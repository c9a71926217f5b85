using System.Buffers;
using System.Text.RegularExpressions;
using DialInsight.DomainPacks.Cleaning;

namespace DialInsight.Conversations.Cleaning;

/// <summary>
/// Broadcasts. A line is one where it shows several signs at once, among them one that no conversation has: it hurries everybody, offers to opt out, or is made up like a
/// poster. Somebody who only says 加个微信, sends a link or mentions a coupon shows one or two. A question is never one.
/// </summary>
internal sealed partial class AdvertisementRule : ITextRule
{
    public const string Id = "advertisements";

    private const int Enough = 3, EnoughAlone = 5, FewestCharacters = 12, PosterMarks = 3, LongestBrand = 12;

    private static readonly SearchValues<char> s_poster = SearchValues.Create("！!❗⚡⏰★☆►▶✅");
    private static readonly SearchValues<string> s_posterEmoji = SearchValues.Create(["🔥", "🎉", "🎁", "💰", "📣", "📢", "👉", "🛒", "💥", "🧧", "🚀"], StringComparison.Ordinal);

    private readonly (string Sign, WordScan Words)[] _signs;
    private readonly WordScan _any;
    private readonly PatternList _lines;

    public AdvertisementRule(CleaningPatterns patterns)
    {
        _signs = [.. patterns.Signs.Where(sign => sign.Value.Count > 0).Select(sign => (sign.Key, new WordScan(sign.Value)))];
        _any = new WordScan(patterns.Signs.SelectMany(sign => sign.Value));
        _lines = new PatternList(patterns.Advertisements);
    }

    public string Apply(string text, Removals removals)
    {
        bool mayHaveLines = _lines.MayBeIn(text);
        if (!mayHaveLines && !_any.IsIn(text))
            return text;

        string clean = TextLines.Each(text, line => mayHaveLines && IsLine(line) ? Removed(line, removals) : line);
        return WithoutBlocks(clean, removals);
    }

    private bool IsLine(string line) => line.Length <= TextPattern.LongestLine && _lines.Fits(TextPattern.Fold(line).Trim().TrimEnd('.', '。', '!'));

    /// <summary>Lines that follow one another and each show a sign are judged together: broadcasts have several.</summary>
    private string WithoutBlocks(string text, Removals removals)
    {
        string[] lines = text.Split('\n');
        bool isChanged = false;
        for (int start = 0; start < lines.Length;)
        {
            int end = start;
            HashSet<string> signs = [];
            while (end < lines.Length && SignsOf(lines[end]) is { Count: > 0 } more && !IsQuestion(lines[end]))
            {
                signs.UnionWith(more);
                end++;
            }

            if (IsAdvertisement(signs) && lines[start..end].Sum(line => line.Length) >= FewestCharacters)
            {
                isChanged = true;
                for (int index = start; index < end; index++)
                    lines[index] = Removed(lines[index], removals);
            }

            start = Math.Max(end, start + 1);
        }

        return isChanged ? string.Join('\n', lines) : text;
    }

    private HashSet<string> SignsOf(string line)
    {
        HashSet<string> signs = [.. _signs.Where(sign => sign.Words.StandsIn(line)).Select(sign => sign.Sign)];
        if (Link().IsMatch(line))
            signs.Add("link");
        if (IsPoster(line))
            signs.Add("form");
        return signs;
    }

    private static bool IsAdvertisement(HashSet<string> signs) =>
        signs.Count >= EnoughAlone || (signs.Count >= Enough && (signs.Contains("urgency") || signs.Contains("opt-out") || signs.Contains("form")));

    private static bool IsPoster(string line)
    {
        ReadOnlySpan<char> rest = line.AsSpan().Trim();
        if (rest.StartsWith('【') && rest.IndexOf('】') is > 1 and <= LongestBrand)
            return true;
        int marks = 0;
        for (ReadOnlySpan<char> look = rest; look.IndexOfAny(s_poster) is var at and >= 0; look = look[(at + 1)..])
            marks++;
        for (ReadOnlySpan<char> look = rest; look.IndexOfAny(s_posterEmoji) is var at and >= 0; look = look[(at + 1)..])
            marks++;
        return marks >= PosterMarks;
    }

    private static bool IsQuestion(string line) => line.AsSpan().TrimEnd() is [.., '?' or '？' or '吗' or '呢' or '嗎'];

    private static string Removed(string line, Removals removals)
    {
        removals.Add(Id, line);
        return "";
    }

    [GeneratedRegex(@"https?://|\bwww\.|\b(?:t\.cn|bit\.ly|dwz\.cn|url\.cn|tinyurl\.com)/", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Link();
}
