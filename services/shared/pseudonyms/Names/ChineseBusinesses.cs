using System.Collections.Frozen;
using DialInsight.Pseudonyms.Scanning;

namespace DialInsight.Pseudonyms.Names;

/// <summary>Tells the names of businesses, buildings and places to visit, which often begin like a person's, by what stands behind: 瑞福连锁酒店, 康记(东街店).</summary>
internal static class ChineseBusinesses
{
    private const int Reach = 5;
    private const int LongestBranch = 12;

    // What parts a person from a business in one run of characters: 李强在酒店, 王芳的公司.
    private const string Partings = "的是在去到和与及跟把给让被将了说您你我他她它这那就也都还要想有来吃住找订问等很不没会能可对从向为于以又先再已开带叫请做用过着吗吧呢啊先师";
    private static readonly FrozenSet<string> s_words = WordLists.Read("zh-business.txt");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_lookup = s_words.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<char> s_starts = s_words.Select(word => word[0]).ToFrozenSet();

    /// <summary>Whether what ends at a place goes on as the name of a business.</summary>
    public static bool EndsAt(FoldedText text, int end)
    {
        int index = end;
        for (; index <= end + Reach && Characters.IsHan(text[index]); index++)
        {
            if (WordAt(text, index))
                return true;
            if (Partings.Contains(text[index], StringComparison.Ordinal))
                return false;
        }

        return text[index] == '(' && IsBranch(text, index);
    }

    private static bool WordAt(FoldedText text, int index)
    {
        if (!s_starts.Contains(text[index]))
            return false;
        for (int length = 2; length <= 4 && index + length <= text.Length; length++)
        {
            if (s_lookup.Contains(text.Cased.AsSpan(index, length)))
                return true;
        }

        return false;
    }

    // (东街店), (总店).
    private static bool IsBranch(FoldedText text, int open)
    {
        int close = text.Cased.IndexOf(')', open, Math.Min(LongestBranch, text.Length - open));
        return close > open && text[close - 1] is '店' or '馆' or '部' or '楼' or '址';
    }
}
