using System.Text;
using DialInsight.Pseudonyms.Numbers;
using DialInsight.Pseudonyms.Places;
using DialInsight.Pseudonyms.Scanning;

namespace DialInsight.Pseudonyms.Surrogates;

/// <summary>
/// Addresses for addresses: numbers by numbers of the same length, names of roads and compounds by other ones. Provinces, cities and districts, street words
/// and states stay: where something is said to be matters to the business and singles nobody out.
/// </summary>
internal sealed class AddressSurrogates(KeyedDraws draws)
{
    private static readonly string[] s_words = ["maple", "linden", "harbour", "orchard", "willow", "station", "meadow", "chestnut", "church", "mill", "juniper", "laurel", "birch", "cedar", "river", "spring", "quarry", "garden", "abbey", "market"];
    private static readonly string[] s_names = ["和平", "建设", "新华", "文昌", "兴业", "长宁", "青云", "丰泽", "明德", "康宁", "锦绣", "春晓", "翠微", "金桥", "安定", "永兴", "东风", "朝晖", "海棠", "银杏", "嘉禾", "云龙", "广源", "福临"];

    private static readonly HashSet<string> s_kept = [.. WordLists.Words("en-streets.txt"), .. WordLists.Words("european-streets.txt"), .. WordLists.Words("en-states.txt"),
        "apt", "apartment", "suite", "ste", "unit", "flat", "floor", "room", "building", "bldg", "block", "box", "po", "p", "o", "psc", "apo", "dpo", "fpo", "north", "south", "east", "west", "n", "s", "e", "w", "st", "nd", "rd", "th"];

    /// <summary>The surrogate of an address.</summary>
    public string Write(FoldedText text, IdentifierSpan span, int attempt)
    {
        var surrogate = new StringBuilder();
        for (int index = span.Start; index < span.End;)
        {
            int end;
            if (DateReader.IsNumeral(text[index]) && NumberEnd(text, index, span.End) is var number && !IsNamePart(text, index, number, span))
                surrogate.Append(Number(text, index, end = number, attempt));
            else if (Characters.IsLatin(text[index]))
                surrogate.Append(Word(text, index, end = WordEnd(text, index, span.End), attempt));
            else if (Characters.IsHan(text[index]))
                surrogate.Append(Han(text, index, end = HanEnd(text, index, span.End), attempt));
            else
                surrogate.Append(text.Slice(index, end = index + 1));
            index = end;
        }

        return surrogate.ToString();
    }

    private static bool IsNamePart(FoldedText text, int start, int end, IdentifierSpan span) => Characters.IsHan(text[start]) && end - start < 2 && (end >= span.End || ChinesePlaces.UnitAt(text, start) is null);

    private static int NumberEnd(FoldedText text, int index, int limit)
    {
        bool han = Characters.IsHan(text[index]);
        while (index < limit && DateReader.IsNumeral(text[index]) && Characters.IsHan(text[index]) == han)
            index++;
        return index;
    }

    private static int WordEnd(FoldedText text, int index, int limit)
    {
        while (index < limit && Characters.IsLatin(text[index]))
            index++;
        return index;
    }

    // A name up to and with its ending, or the word of a unit.
    private static int HanEnd(FoldedText text, int index, int limit)
    {
        foreach (string[] endings in (ReadOnlySpan<string[]>)[ChinesePlaces.Divisions, ChinesePlaces.Roads, ChinesePlaces.Compounds])
        {
            int named = ChinesePlaces.NameAfter(text, index, endings);
            if (named > index && named <= limit)
                return named;
        }

        int end = index + 1;
        while (end < limit && Characters.IsHan(text[end]) && !DateReader.IsNumeral(text[end]))
            end++;
        return end;
    }

    private string Number(FoldedText text, int start, int end, int attempt)
    {
        KeyedDraws.Draws next = draws.For("house", text.Cased[start..end], attempt);
        var number = new StringBuilder();
        for (int index = start; index < end; index++)
        {
            int digit = index == start ? 1 + next.Next(9) : next.Next(10);
            if (text[index] == '十')
                number.Append('十');
            else
                number.Append(Characters.IsHan(text[index]) ? Digits.ToChinese(digit, text[index]) : (char)('0' + digit));
        }

        return number.ToString();
    }

    private string Word(FoldedText text, int start, int end, int attempt)
    {
        string lower = text.Lower[start..end];
        if (s_kept.Contains(lower) || lower.Length <= 2)
            return lower.Length == 1 && !s_kept.Contains(lower) ? $"{(char)('A' + draws.For("unit", lower, attempt).Next(26))}" : text.Slice(start, end).ToString();
        string drawn = s_words[draws.For("street", lower, attempt).Next(s_words.Length)];
        return char.IsUpper(text[start]) ? char.ToUpperInvariant(drawn[0]) + drawn[1..] : drawn;
    }

    private string Han(FoldedText text, int start, int end, int attempt)
    {
        string name = text.Cased[start..end];
        string? ending = Ending(name);
        if (ending is null || name.Length == ending.Length)
            return text.Slice(start, end).ToString();
        string drawn = s_names[draws.For("road", name, attempt).Next(s_names.Length)];
        return drawn + text.Slice(end - ending.Length, end).ToString();
    }

    private static string? Ending(string name)
    {
        if (Array.Exists(ChinesePlaces.Divisions, division => division is not ("村" or "里") && name.EndsWith(division, StringComparison.Ordinal)))
            return null;
        return Array.Find([.. ChinesePlaces.Roads, .. ChinesePlaces.Compounds, "村"], ending => name.EndsWith(ending, StringComparison.Ordinal));
    }
}
