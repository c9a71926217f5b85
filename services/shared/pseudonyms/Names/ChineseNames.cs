using System.Collections.Frozen;
using DialInsight.Pseudonyms.Scanning;

namespace DialInsight.Pseudonyms.Names;

/// <summary>What Chinese names are made of.</summary>
internal static class ChineseNames
{
    /// <summary>Surnames of one character, the commonest first.</summary>
    public static readonly string[] SurnameList = [.. WordLists.Words("zh-surnames.txt").Distinct()];

    /// <summary>Characters of given names, the commonest first.</summary>
    public static readonly char[] GivenList = [.. string.Concat(WordLists.Words("zh-given.txt")).Distinct()];

    public static readonly string[] CompoundList = WordLists.Words("zh-compound-surnames.txt");

    private const int CommonGiven = 420;

    // Characters that do the grammar's work far more often than they are a surname.
    private const string FunctionSurnames = "和向时有是对上下都能来于应全单连任成计解关查保谈习商原位何尚付包台居满明官司";
    private const string Before = "找给跟和与是请叫由让见对问及为名同但把被说告约陪带等派据、";
    private const string BeforeWord = "员手星者家长裁师授练席监官演将锋卫理事主人户总";
    private const string Behind = "的是在和与说您你先女了吗啊吧呢要想来去给有把对也都就会能让跟及等今昨已将于从到为以被曾表介告指称认之这那我他她呀哦哈嗯打问讲不没还又出回导主担任向则透接当即因随共所却便只再最该则很喔嘛耶齁欸诶呐刚个推帮";
    private static readonly bool[] s_surnames = Table(SurnameList.Select(name => name[0]));
    private static readonly FrozenSet<string> s_compounds = CompoundList.ToFrozenSet();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_compoundLookup = s_compounds.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly bool[] s_compoundStarts = Table(CompoundList.Select(name => name[0]));
    private static readonly string[] s_foreignList = WordLists.Words("zh-foreign.txt");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_foreign = s_foreignList.ToFrozenSet().GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly bool[] s_foreignStarts = Table(s_foreignList.Select(name => name[0]));
    private static readonly FrozenSet<string> s_wordlike = new[] { "东方", "百里", "太史", "第五", "南门", "西门", "司空", "东郭", "完颜", "张简", "范姜", "那拉", "南宫", "左丘", "梁丘" }.ToFrozenSet();
    private static readonly bool[] s_weak = Table(WordLists.Characters("zh-weak-surnames.txt"));
    private static readonly bool[] s_given = Table(GivenList);
    private static readonly bool[] s_commonGiven = Table(GivenList.Take(CommonGiven));
    private static readonly bool[] s_function = Table(FunctionSurnames);
    private static readonly bool[] s_before = Table(Before);
    private static readonly bool[] s_beforeWord = Table(BeforeWord);
    private static readonly bool[] s_behind = Table(Behind);
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_wordLookup = WordLists.Read("zh-not-names.txt").GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string> s_titles = WordLists.Read("zh-titles.txt");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_titleLookup = s_titles.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string> s_deedList = WordLists.Read("zh-deeds.txt");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_deeds = s_deedList.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly bool[] s_deedStarts = Table(s_deedList.Select(deed => deed[0]));
    private static readonly FrozenSet<string> s_roleList = WordLists.Read("zh-roles.txt");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_roles = s_roleList.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly bool[] s_roleStarts = Table(s_roleList.Select(role => role[0]));
    private static readonly bool[] s_titleStarts = Table(s_titles.Select(title => title[0]));

    /// <summary>How long the surname at a place is: 0 where there is none.</summary>
    public static int SurnameAt(FoldedText text, int index)
    {
        if (s_compoundStarts[text[index]] && index + 1 < text.Length && s_compoundLookup.Contains(text.Cased.AsSpan(index, 2)))
            return 2;
        return s_surnames[text[index]] ? 1 : 0;
    }

    /// <summary>How long the foreign name (约翰, 佐藤) at a place is: 0 where there is none.</summary>
    public static int ForeignAt(FoldedText text, int index)
    {
        if (!s_foreignStarts[text[index]])
            return 0;
        for (int length = Math.Min(5, text.Length - index); length >= 2; length--)
        {
            if (s_foreign.Contains(text.Cased.AsSpan(index, length)))
                return length;
        }

        return 0;
    }

    /// <summary>Whether a compound surname is an ordinary word too.</summary>
    public static bool IsWordlike(string surname) => s_wordlike.Contains(surname);

    public static bool IsWeak(char surname) => s_weak[surname];

    public static bool IsFunction(char surname) => s_function[surname];

    public static bool IsGiven(char character) => s_given[character];

    public static bool IsCommonGiven(char character) => s_commonGiven[character];

    /// <summary>Whether a character does the grammar's work behind a name rather than end it.</summary>
    public static bool Follows(char character) => "和与及说在向来有是的了都".Contains(character, StringComparison.Ordinal);

    /// <summary>Whether a common word of two or three characters stands at a place.</summary>
    public static bool WordAt(FoldedText text, int index) =>
        PairAt(text, index) || (index >= 0 && index + 3 <= text.Length && s_wordLookup.Contains(text.Cased.AsSpan(index, 3)));

    /// <summary>Whether a common word of two characters stands at a place.</summary>
    public static bool PairAt(FoldedText text, int index) => index >= 0 && index + 2 <= text.Length && s_wordLookup.Contains(text.Cased.AsSpan(index, 2));

    /// <summary>The length of the title at a place: 0 where there is none.</summary>
    public static int TitleAt(FoldedText text, int index)
    {
        if (!s_titleStarts[text[index]])
            return 0;
        for (int length = Math.Min(4, text.Length - index); length >= 2; length--)
        {
            if (s_titleLookup.Contains(text.Cased.AsSpan(index, length)))
                return length;
        }

        return 0;
    }

    /// <summary>Whether a name may begin at a place because of what stands in front.</summary>
    public static bool BeginsAt(FoldedText text, int index)
    {
        char before = text[index - 1];
        return !Characters.IsHan(before) || s_before[before] || RoleAt(text, index - 2) || (s_beforeWord[before] && Characters.IsHan(text[index - 2]) && text[index - 2] != '或');
    }

    /// <summary>Whether what stands in front surely takes a person: a role, a field's colon, an at sign.</summary>
    public static bool IsDueAt(FoldedText text, int index) => text[index - 1] is ':' or '@' || RoleAt(text, index - 2);

    /// <summary>Whether a name may end at a place because of what stands behind.</summary>
    public static bool EndsAt(FoldedText text, int index) =>
        !Characters.IsHan(text[index]) || s_behind[text[index]] || TitleAt(text, index) > 0 || DeedAt(text, index);

    /// <summary>Whether a word of a dictionary stands at a place that is no rarer than <paramref name="rarest"/>, the negative logarithm of its share.</summary>
    public static bool WordAt(FoldedText text, int index, int length, float rarest) =>
        ChineseLexicon.CostAt(text, index, length) <= rarest;

    private static bool RoleAt(FoldedText text, int index) => index >= 0 && s_roleStarts[text[index]] && s_roles.Contains(text.Cased.AsSpan(index, 2));

    private static bool DeedAt(FoldedText text, int index) => s_deedStarts[text[index]] && index + 2 <= text.Length && s_deeds.Contains(text.Cased.AsSpan(index, 2));

    private static bool[] Table(IEnumerable<char> characters)
    {
        var table = new bool[char.MaxValue + 1];
        foreach (char character in characters)
            table[character] = true;
        return table;
    }
}
