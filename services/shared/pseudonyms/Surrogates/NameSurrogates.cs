using System.Text;
using DialInsight.Pseudonyms.Names;
using DialInsight.Pseudonyms.Scanning;

namespace DialInsight.Pseudonyms.Surrogates;

/// <summary>
/// Names for names, part by part: a surname has one surrogate whether it stands with a title or in a whole name, a given name one wherever it is said.
/// </summary>
internal sealed class NameSurrogates(KeyedDraws draws)
{
    private const int Surnames = 120;
    private const int GivenCharacters = 260;
    private const int LatinNames = 150;
    private readonly string[] _surnames = Shuffled(draws, ChineseNames.SurnameList.Take(Surnames).Where(name => !ChineseNames.IsFunction(name[0])));

    /// <summary>The surrogate of a name.</summary>
    public string Write(FoldedText text, IdentifierSpan span, int attempt)
    {
        if (!Characters.IsHan(text[span.Start]))
            return English(text, span, attempt);
        string surrogate = Chinese(text.Cased[span.Start..span.End], text, span, attempt);
        return text.IsTraditional ? string.Concat(surrogate.Select(Traditional.ToTraditional)) : surrogate;
    }

    private string Chinese(string name, FoldedText text, IdentifierSpan span, int attempt)
    {
        if (name.Contains('·', StringComparison.Ordinal))
            return string.Join('·', name.Split('·').Select(part => Given(part, attempt)));
        if (name.Length == 2 && name[0] is '小' or '老' or '阿' or '大' && (name[0] is '小' or '阿' || ChineseNames.IsWeak(name[1]) || ChineseNames.SurnameAt(text, span.Start + 1) == 1))
            return name[0] + (ChineseNames.SurnameAt(text, span.Start + 1) == 1 ? Surname(name[1..], attempt) : Given(name[1..], attempt));
        int surname = ChineseNames.SurnameAt(text, span.Start);
        return surname > 0 && surname <= name.Length && !(surname == 2 && name.Length == 2 && ChineseNames.IsWordlike(name))
            ? Surname(name[..surname], attempt) + Given(name[surname..], attempt)
            : Given(name, attempt);
    }

    // Surnames of the table are exchanged among themselves, so that two stay two.
    private string Surname(string surname, int attempt)
    {
        if (surname.Length == 2)
            return ChineseNames.CompoundList[draws.For("surname", surname, attempt).Next(16)];
        int index = Array.IndexOf(_surnames, surname);
        return index >= 0 ? _surnames[(index + 1 + attempt) % _surnames.Length] : _surnames[draws.For("surname", surname, attempt).Next(_surnames.Length)];
    }

    private string Given(string given, int attempt)
    {
        KeyedDraws.Draws next = draws.For("given", given, attempt);
        var surrogate = new StringBuilder(given.Length);
        foreach (char _ in given)
            surrogate.Append(ChineseNames.GivenList[next.Next(GivenCharacters)]);
        return surrogate.ToString();
    }

    private string English(FoldedText text, IdentifierSpan span, int attempt)
    {
        var surrogate = new StringBuilder();
        for (int index = span.Start; index < span.End;)
        {
            int end = index;
            while (end < span.End && (Characters.IsLatin(text[end]) || text[end] is '\'' or '’' or '-' || text[end] is >= '\u0300' and <= '\u036F'))
                end++;
            if (end == index)
            {
                surrogate.Append(text.Slice(index, ++end));
            }
            else
            {
                surrogate.Append(Part(text, index, end, attempt));
            }

            index = end;
        }

        return surrogate.ToString();
    }

    private string Part(FoldedText text, int start, int end, int attempt)
    {
        string lower = text.Lower[start..end];
        KeyedDraws.Draws next = draws.For("part", lower, attempt);
        if (lower.Length == 1)
            return $"{(char)((char.IsUpper(text[start]) ? 'A' : 'a') + next.Next(26))}";

        // What list a part is drawn from depends on the part alone: John is the same one whether Harlow follows or not.
        string[] list = EnglishNames.IsFemale(lower) ? EnglishNames.Female
            : EnglishNames.IsMale(lower) ? EnglishNames.Male
            : EnglishNames.Last;
        string drawn = list[next.Next(Math.Min(list.Length, LatinNames))];
        if (drawn == lower)
            drawn = list[LatinNames];
        bool upper = text.Cased.AsSpan(start, end - start).IndexOfAnyInRange('a', 'z') < 0;
        return upper ? drawn.ToUpperInvariant() : char.IsUpper(text[start]) ? char.ToUpperInvariant(drawn[0]) + drawn[1..] : drawn;
    }

    private static string[] Shuffled(KeyedDraws draws, IEnumerable<string> names)
    {
        string[] shuffled = [.. names];
        KeyedDraws.Draws next = draws.For("surnames", "");
        for (int index = shuffled.Length - 1; index > 0; index--)
        {
            int other = next.Next(index + 1);
            (shuffled[index], shuffled[other]) = (shuffled[other], shuffled[index]);
        }

        return shuffled;
    }
}
