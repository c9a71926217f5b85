using DialInsight.Pseudonyms.Scanning;

namespace DialInsight.Pseudonyms.Accounts;

/// <summary>Finds e-mail addresses that are spoken or spelled: "anna dot k at mailbox dot org", "anna[at]mailbox[dot]org", anna艾特mailbox点com.</summary>
internal static class SpokenEmailScanner
{
    private const int LongestLocalPart = 24;
    private static readonly System.Collections.Frozen.FrozenSet<string> s_introductions = System.Collections.Frozen.FrozenSet.ToFrozenSet(["is", "it's", "its", "at", "on", "to", "email", "mail", "address", "me", "my", "the", "and", "that's", "as", "for", "use", "s"]);

    private static readonly string[] s_ats = [" at ", "[at]", "(at)", " [at] ", " (at) ", "{at}", " @ ", " 艾特 ", "艾特", "圈a", "小老鼠", " at the rate "];
    private static readonly string[] s_dots = [" dot ", "[dot]", "(dot)", " [dot] ", " (dot) ", "{dot}", " . ", " 点 ", "点", "."];
    private static readonly string[] s_domains = ["com", "net", "org", "edu", "gov", "cn", "tw", "hk", "uk", "io", "info", "de", "fr", "us", "co", "me", "email", "biz"];

    /// <summary>Claims spelled e-mail addresses: a sign for @, a host, a sign for the dot and a top-level domain.</summary>
    public static void Scan(FoldedText text, Findings findings)
    {
        for (int index = 1; index < text.Length; index++)
        {
            if (text.Lower[index] is not (' ' or '[' or '(' or '{' or '艾' or '圈' or '小') || text.SaysAny(index, s_ats) is not { } at)
                continue;
            int end = Host(text, index + at.Length, out bool spelled);
            if (at == " at " && !spelled)
                continue;
            int start = end < 0 ? index : Local(text, index);
            if (start < index)
                findings.TryAdd(start, end, IdentifierType.Email);
        }
    }

    // "Look at mailbox.com" is no address: where "at" is a word the dot has to be one too.
    private static int Host(FoldedText text, int index, out bool spelled)
    {
        int end = -1;
        spelled = false;
        for (int part = 0; part < 4; part++)
        {
            int word = index;
            while (Characters.IsWord(text[index]) || text[index] == '-')
                index++;
            if (index == word || index - word > 40)
                return end;
            if (part > 0 && s_domains.Contains(text.Lower[word..index]))
                end = index;
            if (text.SaysAny(index, s_dots) is not { } dot)
                return end;
            spelled |= dot != ".";
            index += dot.Length;
        }

        return end;
    }

    // Words joined by "dot", "underscore", "dash"; or letters spelled one by one.
    private static int Local(FoldedText text, int at)
    {
        int start = WordStart(text, at);
        for (int part = 0; part < LongestLocalPart && start > 0; part++)
        {
            int joined = -1;
            foreach (string joint in (ReadOnlySpan<string>)[" dot ", " underscore ", " dash ", " hyphen ", "[dot]", "(dot)", "点", "下划线", "."])
            {
                if (text.Says(start - joint.Length, joint))
                    joined = WordStart(text, start - joint.Length);
            }

            if (joined < 0)
                joined = Spelled(text, start);
            if (joined < 0)
                break;
            start = joined;
        }

        return start;
    }

    // "j o h n" and "smith one two three": what stands in front of a letter or a numeral that is a word of its own belongs to it.
    private static int Spelled(FoldedText text, int start)
    {
        int end = start;
        while (Characters.IsWord(text[end]))
            end++;
        if (!IsSpelled(text.Lower.AsSpan(start, end - start)) || text[start - 1] != ' ' || !Characters.IsWord(text[start - 2]))
            return -1;
        int before = WordStart(text, start - 1);
        ReadOnlySpan<char> word = text.Lower.AsSpan(before, start - 1 - before);
        bool letters = end - start == 1 && char.IsAsciiLetter(text[start]);
        return s_introductions.Contains(word.ToString()) || (letters && !IsSpelled(word)) ? -1 : before;
    }

    private static bool IsSpelled(ReadOnlySpan<char> word) => word.Length == 1 || word is "zero" or "one" or "two" or "three" or "four" or "five" or "six" or "seven" or "eight" or "nine" or "oh" or "double" or "triple";

    private static int WordStart(FoldedText text, int end)
    {
        int start = end;
        while (start > 0 && end - start < 40 && (Characters.IsWord(text[start - 1]) || text[start - 1] is '-' or '.'))
            start--;
        return start;
    }
}
