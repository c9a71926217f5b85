using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using DialInsight.DomainPacks.Cleaning;

namespace DialInsight.Conversations.Cleaning;

/// <summary>What transcribers and recognisers note beside the words: <c>[laughter]</c>, <c>（笑）</c>, <c>&lt;UNSURE&gt;</c>; the words between two tags stay.</summary>
internal sealed class AnnotationRule(CleaningPatterns patterns) : ITextRule
{
    public const string Id = "annotations";

    private const int Longest = 40;

    private static readonly SearchValues<char> s_open = SearchValues.Create("[<(（【［");
    private static readonly SearchValues<char> s_marks = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-/");

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _notes = Set(patterns.Notes), _asides = Set(patterns.Asides), _tags = Set(patterns.Tags);

    public string Apply(string text, Removals removals)
    {
        if (!text.AsSpan().ContainsAny(s_open))
            return text;

        // What is left may make another one: "[[laughs]laughs]".
        string clean = text, before;
        do
        {
            before = clean;
            clean = Once(clean, removals);
        }
        while (!ReferenceEquals(clean, before));
        return clean;
    }

    private string Once(string text, Removals removals)
    {
        StringBuilder? clean = null;
        int copied = 0;
        for (int at = text.AsSpan().IndexOfAny(s_open); at >= 0;)
        {
            int length = NoteAt(text.AsSpan(at));
            if (length > 0)
            {
                (clean ??= new StringBuilder(text.Length)).Append(text, copied, at - copied);
                removals.Add(Id, text.AsSpan(at, length));
                copied = at + length;
                if (clean.Length > 0 && clean[^1] == ' ' && (copied == text.Length || text[copied] is ' ' or ',' or '.' or '?' or '!' or ';' or ':'))
                    clean.Length--;
            }

            int next = at + Math.Max(1, length);
            int more = text.AsSpan(next).IndexOfAny(s_open);
            at = more < 0 ? -1 : next + more;
        }

        return clean is null ? text : clean.Append(text, copied, text.Length - copied).ToString();
    }

    private int NoteAt(ReadOnlySpan<char> text)
    {
        int close = text[..Math.Min(text.Length, Longest + 2)].IndexOf(Close(text[0]));
        if (close < 2)
            return 0;
        ReadOnlySpan<char> inside = text[1..close];
        return IsNote(text[0], inside) ? close + 1 : 0;
    }

    private bool IsNote(char open, ReadOnlySpan<char> inside)
    {
        // Recognisers tell language, mood and time so: <|zh|>, <|12.34|>.
        if (open == '<' && inside.Length > 2 && inside[0] == '|' && inside[^1] == '|')
            return !inside[1..^1].ContainsAnyExcept(s_marks);

        // [inaudible 00:12:33]
        ReadOnlySpan<char> word = inside.Trim().TrimEnd("0123456789:.").Trim();
        if (open != '<')
            return open is '(' or '（' ? _asides.Contains(word) : _notes.Contains(word);
        ReadOnlySpan<char> name = inside.Trim("/ ");
        int end = name.IndexOf(' ');
        return _tags.Contains(end < 0 ? name : name[..end]) || _asides.Contains(word);
    }

    private static char Close(char open) => open switch
    {
        '[' => ']',
        '<' => '>',
        '(' => ')',
        '（' => '）',
        '【' => '】',
        _ => '］',
    };

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(IReadOnlyList<string> words) =>
        words.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
