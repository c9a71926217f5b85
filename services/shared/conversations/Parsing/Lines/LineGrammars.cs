using System.Text.RegularExpressions;

namespace DialInsight.Conversations.Parsing.Lines;

/// <summary>The line grammars, and which one a text is written in. All repetitions are bounded, so that no line takes long.</summary>
internal static partial class LineGrammars
{
    // A grammar is told by this many lines at most, and one with more structure by half as many turns as the plain one finds.
    private const int Look = 400;

    // A longer line would tell no more.
    private const int LongestLine = 100_000;

    private const string At = @"(?<at>" + TurnTime.Pattern + @")";

    private const string MessengerTime =
        @"^(?:\[?(?<at>" + TurnTime.DayPattern + @",\s?" + TurnTime.ClockPattern + @")\]|(?<at>" + TurnTime.DayPattern + @"(?:,\s?|\s{1,2})" + TurnTime.ClockPattern + @")\s[-–—])";

    private static readonly LineGrammar s_plain = new(Plain());

    private static readonly LineGrammar s_bracketed = new(Bracketed());

    private static readonly LineGrammar s_nameAndClock = new(NameAndClock(), TimeOfDay: true);

    private static readonly LineGrammar[] s_structured =
    [
        new(Irc(), IrcNotice(), TimeOfDay: true),
        new(MeetingChat()),
        new(Messenger(), MessengerNotice(), TimeOfDay: true),
        new(NameAndTime(), TimeOfDay: true),
        new(TimeAndName(), TimeOfDay: true),
        s_nameAndClock,
        new(NameAndOffset()),
        new(Bold(), MarkdownNotice(), Markdown: true),
    ];

    private static readonly LineGrammar s_headings = new(Heading(), MarkdownNotice(), Markdown: true);

    /// <summary>The grammar that finds the text's turns.</summary>
    public static LineGrammar Choose(string text, bool markdown)
    {
        List<string> lines = Sample(text);
        int plain = Count(s_plain, lines);
        (LineGrammar grammar, int turns) = s_structured.Select(known => (known, Count(known, lines))).MaxBy(found => found.Item2);
        if (turns > 0 && turns * 2 >= plain)
            return grammar == s_nameAndClock && BeginsAtNought(lines) ? grammar with { TimeOfDay = false } : grammar;
        if (Count(s_bracketed, lines) > plain)
            return s_bracketed;
        return markdown && Count(s_headings, lines) > plain ? s_headings : s_plain;
    }

    // A transcript begins at 0:00 or soon after; a chat hardly does so at midnight.
    private static bool BeginsAtNought(List<string> lines) =>
        lines.Select(line => NameAndClock().Match(line)).FirstOrDefault(match => match.Success)?.Groups["at"].Value.TrimStart('0').StartsWith(':') == true;

    private static int Count(LineGrammar grammar, List<string> lines) => lines.Count(line => grammar.Turn.IsMatch(line));

    private static List<string> Sample(string text)
    {
        List<string> lines = [];
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            if (lines.Count == Look)
                break;
            if (!line.IsWhiteSpace() && line.Length <= LongestLine)
                lines.Add(TextTurns.Trimmed(line));
        }

        return lines;
    }

    // The colon of a time of day ("at 12:30") ends no speaker's name.
    [GeneratedRegex(
        @"^(?:(?:[\[(（【]\s*" + At + @"\s*[\])）】]\s*|" + At + @"\s+))?(?<speaker>[^\s:：/][^:：/]{0,39})(?<!(?:^|[\s午晚早上])\d{1,2}(?=:[0-5]\d(?!\d)))[:：](?!//)\s*(?<words>.*)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Plain();

    // [doctor] words
    [GeneratedRegex(@"^\[(?<speaker>\p{L}[\p{L}\p{N}_ .'-]{0,39})\]\s*(?<words>.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Bracketed();

    // [12:18] <nick> words; and what somebody does: [12:18] * nick waves
    [GeneratedRegex(
        @"^(?:\[?" + At + @"\]?\s+)?(?:<[@+%~& ]?(?<speaker>[^<>\s][^<>]{0,39}?)\s?>\s?(?<words>.*)|(?<=\s)\*\s(?<speaker>\S{1,40})\s(?<words>.+))$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Irc();

    [GeneratedRegex(@"^(?:\[?" + TurnTime.Pattern + @"\]?\s+)?(?:===|-!-|\*\*\*|-->|<--|---)(?:\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex IrcNotice();

    // 00:05:50<tab>Name:<tab>words, and 00:05:50 From Name to Everyone: words
    [GeneratedRegex(
        @"^(?<at>\d{1,2}:\d{2}:\d{2})(?:\t(?:\s?From\s)?(?<speaker>[^\t]{1,80}?):\t|\s+From\s+(?<speaker>[^\t:]{1,80}?)(?:\s+[Tt]o\s+[^\t:]{1,80}?)?\s?:\s*)(?<words>.*)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex MeetingChat();

    // 01/05/2026, 09:30 - Name: words, 01.05.26 09:30 – Name: words, and [01.05.2026, 09:30:05] Name: words
    [GeneratedRegex(MessengerTime + @"\s*(?<speaker>[^\s:：][^:：]{0,59})[:：]\s?(?<words>.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Messenger();

    [GeneratedRegex(MessengerTime, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex MessengerNotice();

    // Name 2026-05-01 09:30:05, the words on the lines after it
    [GeneratedRegex(
        @"^(?<speaker>[^\s:：].{0,59}?)(?:\s?[(（<][^()（）<>]{3,60}[)）>])?[\s,]{1,4}\[?(?<at>" + TurnTime.DayPattern + @"[ T,]{1,2}" + TurnTime.ClockPattern + @")\]?:?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NameAndTime();

    // 2026-05-01 09:30:05 Name(10001)
    [GeneratedRegex(
        @"^(?<at>" + TurnTime.DayPattern + @"[ T,]{1,2}" + TurnTime.ClockPattern + @")\s{1,4}(?<speaker>[^\s:：][^:：]{0,59}?)(?:\s?[(（<][^()（）<>]{3,60}[)）>])?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex TimeAndName();

    // Name  09:30
    [GeneratedRegex(
        @"^(?<speaker>[\p{L}\p{N}_.-]{1,30}(?: [\p{L}\p{N}_.()-]{1,30}){0,2})\s{1,4}\[?(?<at>" + TurnTime.ClockPattern + @")\]?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NameAndClock();

    // Name (00:12): words, Name [0:12] words
    [GeneratedRegex(
        @"^(?<speaker>\p{L}[^:：()（）\[\]]{0,59}?)\s*[\[(（]" + At + @"[\])）]\s*[:：]?\s*(?<words>.*)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NameAndOffset();

    // **Name:** words, **Name** (00:12): words, [00:12] **Name**: words
    [GeneratedRegex(
        @"^(?:[-*>]\s+)?(?:\\?[\[(]?" + At + @"\\?[\])]?\s*)?(?:\*\*|__)(?<speaker>[^*_:：]{1,60}?)(?:[:：]\s?(?:\*\*|__)|(?:\*\*|__)\s*(?:\\?[\[(]" + At + @"\\?[\])])?\s*[:：])\s*(?<words>.*)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Bold();

    // ### Name (00:12), the words in the paragraphs after it
    [GeneratedRegex(
        @"^#{2,6}\s+(?<speaker>[^\s#:：][^#:：]{0,39}?)(?:\s*[\[(]" + At + @"[\])])?\s*[:：]?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Heading();

    // Headings, rules, fences, comments, and a mark with nothing but times: **Break:** \[20:03\] to \[21:51\]
    [GeneratedRegex(
        @"^(?:#{1,6}\s|-{3,}$|\*{3,}$|_{3,}$|```|<!--|(?:\*\*|__)[^*_]{1,60}(?:\*\*|__):?\s*\\?\[[\d:.]{4,12}\\?\](?:\s*(?:to|–|-)\s*\\?\[[\d:.]{4,12}\\?\])?$)",
        RegexOptions.CultureInvariant)]
    private static partial Regex MarkdownNotice();
}
