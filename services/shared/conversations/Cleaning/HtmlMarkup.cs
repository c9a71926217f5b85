using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace DialInsight.Conversations.Cleaning;

/// <summary>Tells HTML from text with angle brackets in it: HTML has elements that are closed, have attributes, or break lines.</summary>
internal static class HtmlMarkup
{
    private const int LongestName = 12;

    // A bound, so that a text of nothing but brackets is looked through once.
    private const int LongestTag = 2000;

    private static readonly SearchValues<char> s_nameLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_elements = Names(
        "a abbr address article aside b big blockquote body br button caption center cite code dd del details div dl dt em figcaption figure font footer form h1 h2 h3 h4 h5 h6 head "
        + "header hr html i iframe img input ins kbd label li link main mark meta nav ol option p pre q s samp script section select small span strike strong style sub summary sup svg "
        + "table tbody td textarea tfoot th thead title tr tt u ul var video");

    // These need no end.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_breaks = Names("br p li hr html body");

    /// <summary>Whether an element's name is HTML's.</summary>
    public static bool IsElement(ReadOnlySpan<char> name) => name.Length <= LongestName && s_elements.Contains(name);

    /// <summary>Whether a text is HTML.</summary>
    public static bool IsIn(string text)
    {
        HashSet<string>? open = null;
        for (int at = text.IndexOf('<', StringComparison.Ordinal); at >= 0; at = text.IndexOf('<', at + 1))
        {
            ReadOnlySpan<char> rest = text.AsSpan(at + 1);
            if (rest.StartsWith("!--", StringComparison.Ordinal) || rest.StartsWith("!doctype", StringComparison.OrdinalIgnoreCase))
                return rest.Contains('>');
            ReadOnlySpan<char> name = NameAt(rest, out bool isEnd);
            if (name.IsEmpty)
                continue;

            ReadOnlySpan<char> tail = rest[(name.Length + (isEnd ? 1 : 0))..];
            int close = tail[..Math.Min(tail.Length, LongestTag)].IndexOf('>');
            if (close < 0)
                continue;
            if (isEnd ? open is not null && open.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name) : s_breaks.Contains(name) || tail[..close].Contains('='))
                return true;
            if (!isEnd)
                (open ??= new HashSet<string>(StringComparer.OrdinalIgnoreCase)).Add(name.ToString());
        }

        return false;
    }

    /// <summary>Whether a text is a piece of HTML from its first character to its last, rather than words with HTML among them.</summary>
    public static bool IsWhole(string text)
    {
        ReadOnlySpan<char> whole = text.AsSpan().Trim();
        return whole is ['<', .., '>'] && !NameAt(whole[1..], out _).IsEmpty;
    }

    /// <summary>The text with its elements escaped, so that they stay what somebody said.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        int copied = 0;
        for (int at = text.IndexOf('<', StringComparison.Ordinal); at >= 0; at = text.IndexOf('<', at + 1))
        {
            ReadOnlySpan<char> rest = text.AsSpan(at + 1);
            if (NameAt(rest, out _).IsEmpty && !rest.StartsWith('!'))
                continue;
            escaped.Append(text, copied, at - copied).Append("&lt;");
            copied = at + 1;
            int close = rest[..Math.Min(rest.Length, LongestTag)].IndexOf('>');
            if (close < 0)
                continue;
            escaped.Append(text, copied, close).Append("&gt;");
            copied += close + 1;
            at = copied - 1;
        }

        return escaped.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>The name of the element whose tag begins here, behind the bracket; empty where there is none.</summary>
    private static ReadOnlySpan<char> NameAt(ReadOnlySpan<char> tag, out bool isEnd)
    {
        isEnd = tag.StartsWith('/');
        tag = isEnd ? tag[1..] : tag;
        int end = tag[..Math.Min(tag.Length, LongestName + 1)].IndexOfAnyExcept(s_nameLetters);
        return end > 0 && s_elements.Contains(tag[..end]) ? tag[..end] : [];
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Names(string names) =>
        names.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
