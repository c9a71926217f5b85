using System.Collections.Frozen;
using DialInsight.Pseudonyms.Names;
using DialInsight.Pseudonyms.Scanning;

namespace DialInsight.Pseudonyms.Places;

/// <summary>
/// Finds street addresses in Latin writing: a house number, a name and a street word (14 Elm Street), European forms (Lindenstraße 12, rue du Four 9), post-office
/// boxes, units, with town, state and postal code behind; and British postcodes and state-and-ZIP pairs alone.
/// </summary>
internal static class EnglishAddressScanner
{
    private const int LongestStreetName = 5;
    private static readonly FrozenSet<string> s_streets = WordLists.Read("en-streets.txt");
    private static readonly FrozenSet<string> s_plainStreets = new[] { "street", "st", "road", "rd", "avenue", "ave", "boulevard", "blvd", "lane", "drive" }.ToFrozenSet();
    private static readonly FrozenSet<string> s_europeanStreets = WordLists.Read("european-streets.txt");
    private static readonly string[] s_europeanEndings = WordLists.Words("european-street-endings.txt");
    private static readonly FrozenSet<string> s_states = WordLists.Read("en-states.txt");
    private static readonly FrozenSet<string> s_units = new[] { "apt", "apartment", "suite", "ste", "unit", "flat", "floor", "fl", "room", "rm", "building", "bldg", "block", "lot", "#" }.ToFrozenSet();
    private static readonly FrozenSet<string> s_common = WordLists.Read("en-not-names.txt");

    /// <summary>Claims the addresses of a text.</summary>
    public static void Scan(FoldedText text, Findings findings)
    {
        // Every address has a number in it.
        if (text.Cased.AsSpan().IndexOfAnyInRange('0', '9') < 0)
            return;
        List<PlaceWord> words = PlaceWord.Of(text);
        for (int index = 0; index < words.Count;)
        {
            int end = Core(words, index, out int first);
            if (end < 0)
            {
                index++;
                continue;
            }

            end = Tail(words, end);
            findings.TryAdd(words[first].Start, words[end - 1].End, IdentifierType.Address);
            index = end;
        }
    }

    private static int Core(List<PlaceWord> words, int index, out int first)
    {
        first = index;
        PlaceWord word = words[index];
        if (word.Numeric && Street(words, index) is > 0 and var street)
            return street;
        if (word.Capital && s_europeanStreets.Contains(word.Lower) && European(words, index) is > 0 and var european)
            return european;
        if (word.Capital && EndsAsStreet(word.Lower) && Joined(words, index + 1) && words[index + 1].Numeric)
        {
            first = NameStart(words, index);
            return index + 2;
        }

        if (Box(words, index) is > 0 and var box)
            return box;
        if (Unit(words, index) is > 0 and var unit)
            return unit;
        if (word.Capital && EnglishNames.IsPlace(word.Lower) && index + 1 < words.Count && words[index + 1].Joined && IsCode(words[index + 1]) && !Joined(words, index + 2))
            return index + 2;
        return Postal(words, index);
    }

    // Apt. 12; Suite 4: in whatever street.
    private static int Unit(List<PlaceWord> words, int index) =>
        words[index].Capital && words[index].Lower is "apt" or "suite" or "apartment" or "flat" && index + 1 < words.Count && words[index + 1].Joined && words[index + 1].Numeric ? index + 2 : -1;

    private static bool IsCode(PlaceWord word) => word.Numeric && word.Lower.Length is 4 or 5 && word.Lower.All(char.IsAsciiDigit);

    // 120 Somename 5 in front of a unit, a town's line or the end: how addresses are written where the number stands behind.
    private static int Between(List<PlaceWord> words, int index)
    {
        int end = index + 1;
        while (end - index <= 3 && Joined(words, end) && words[end].Capital && !words[end].Numeric)
            end++;
        if (end == index + 1 || !Joined(words, end) || !words[end].Numeric || words[end].Lower.Length > 4 || s_common.Contains(words[index + 1].Lower))
            return -1;
        bool closed = end + 1 >= words.Count || !words[end + 1].Joined || s_units.Contains(words[end + 1].Lower);
        return closed && words[index].Lower.Length is >= 2 and <= 5 ? end + 1 : -1;
    }

    // 14 Elm Street; 9 5th Avenue; 120 N. Harbor Blvd.
    private static int Street(List<PlaceWord> words, int index)
    {
        int longest = Math.Min(words.Count - 1, index + LongestStreetName + 1);
        int found = -1;
        bool capital = true;
        for (int next = index + 1; next <= longest && Joined(words, next); next++)
        {
            PlaceWord word = words[next];
            bool street = next > index + 1 && s_streets.Contains(word.Lower);
            if (street && ((capital && word.Capital) || (s_plainStreets.Contains(word.Lower) && next <= index + 3)))
                found = next + 1;
            if (!word.Capital && !word.Numeric)
            {
                capital = false;
                if (s_common.Contains(word.Lower) && !street && !s_europeanStreets.Contains(word.Lower))
                    break;
            }
        }

        if (found > 0)
            return Joined(words, found) && words[found].Numeric && words[found].End - words[found].Start <= 4 && s_europeanStreets.Contains(words[found - 1].Lower) ? found + 1 : found;

        // A number in front of a European name: 62 Rue Gafsa, 764 Fagradalsbraut 71.
        if (Joined(words, index + 1) && (words[index + 1].Capital || IsStreetInLowerCase(words, index + 1)) && (s_europeanStreets.Contains(words[index + 1].Lower) || EndsAsStreet(words[index + 1].Lower)))
            return European(words, index + 1) is > 0 and var european ? european : EndsAsStreet(words[index + 1].Lower) ? index + 2 : -1;
        return Between(words, index);
    }

    // 14 rue de Rivoli: a street word without a capital, and a name with one behind it.
    private static bool IsStreetInLowerCase(List<PlaceWord> words, int index)
    {
        if (words[index].Lower is not ("rue" or "avenue" or "boulevard" or "via" or "viale" or "calle" or "rua" or "avenida" or "chemin" or "impasse" or "quai" or "allée" or "corso"))
            return false;
        int name = index + 1;
        while (name < index + 3 && Joined(words, name) && !words[name].Capital)
            name++;
        return Joined(words, name) && words[name].Capital && !words[name].Numeric;
    }

    // Rue du Four 9; Calle de la Luna, 4.
    private static int European(List<PlaceWord> words, int index)
    {
        int end = index + 1, names = 0;
        while (end < words.Count && end - index <= LongestStreetName && (Joined(words, end) || (words[end].Numeric && words[end].Near)) && !words[end].Numeric)
        {
            names += words[end].Capital ? 1 : 0;
            if (!words[end].Capital && words[end].End - words[end].Start > 3)
                break;
            end++;
        }

        bool number = end < words.Count && words[end].Numeric && words[end].Near;
        bool before = index > 0 && words[index - 1].Numeric && Joined(words, index);
        return names > 0 && (number || before) ? (number ? end + 1 : end) : EndsAsStreet(words[index].Lower) && number ? end + 1 : -1;
    }

    private static bool EndsAsStreet(string lower) => lower.Length >= 6 && Array.Exists(s_europeanEndings, ending => lower.Length > ending.Length + 2 && ending.Length > 3 && lower.EndsWith(ending, StringComparison.Ordinal));

    private static int NameStart(List<PlaceWord> words, int index)
    {
        int first = index;
        if (first > 0 && Joined(words, first) && words[first - 1].Numeric)
            first--;
        return first;
    }

    // P.O. Box 12; PSC 27, Box 86; Unit 8 Box 88.
    private static int Box(List<PlaceWord> words, int index)
    {
        if (words[index].Lower is not ("po" or "p.o" or "pobox" or "psc" or "unit" or "box" or "p"))
            return -1;
        for (int next = index; next <= index + 3 && next + 1 < words.Count && (next == index || words[next].Near); next++)
        {
            if (words[next].Lower is "box" or "pobox" && words[next + 1].Numeric && words[next + 1].Near && (next > index || words[index].Lower == "pobox"))
                return next + 2;
        }

        return -1;
    }

    // CA 94110; SW1A 1AA.
    private static int Postal(List<PlaceWord> words, int index)
    {
        if (index + 1 >= words.Count || !words[index + 1].Near)
            return -1;
        PlaceWord word = words[index], next = words[index + 1];
        if (word.Upper && s_states.Contains(word.Lower) && next.Numeric && next.Lower.Length is 5 or 10 && next.Lower.Take(5).All(char.IsAsciiDigit))
            return index + 2;
        return IsOutward(word) && IsInward(next) ? index + 2 : -1;
    }

    private static bool IsOutward(PlaceWord word) => word.Upper && word.Lower.Length is >= 2 and <= 4 && char.IsAsciiLetter(word.Lower[0]) && word.Lower.Any(char.IsAsciiDigit);

    private static bool IsInward(PlaceWord word) => word.Upper && word.Lower.Length == 3 && char.IsAsciiDigit(word.Lower[0]) && char.IsAsciiLetter(word.Lower[1]) && char.IsAsciiLetter(word.Lower[2]);

    // Unit, town, state and postal code behind a street.
    private static int Tail(List<PlaceWord> words, int end)
    {
        for (int part = 0; part < 6 && end < words.Count && words[end].Near; part++)
        {
            int next = TailPart(words, end);
            if (next < 0)
                break;
            end = next;
        }

        return end;
    }

    private static int TailPart(List<PlaceWord> words, int index)
    {
        PlaceWord word = words[index];
        if (s_units.Contains(word.Lower) && index + 1 < words.Count && words[index + 1].Near && (words[index + 1].Numeric || words[index + 1].Lower.Length == 1))
            return index + 2;
        if (Postal(words, index) is > 0 and var postal)
            return postal;
        if (word.Upper && s_states.Contains(word.Lower) && word.Lower.Length == 2)
            return index + 1;
        if (word.Numeric && word.Lower.Length is 4 or 5 or 10 && word.Lower.All(character => char.IsAsciiDigit(character) || character == '-'))
            return index + 1;
        int town = index;
        while (town < words.Count && town - index < 3 && words[town].Capital && words[town].Near && !words[town].Numeric && (!s_common.Contains(words[town].Lower) || Postal(words, town + 1) > 0) && Postal(words, town) < 0)
            town++;
        if (town == index || town >= words.Count || !words[town].Near)
            return -1;
        bool placed = (words[town].Upper && s_states.Contains(words[town].Lower)) || (words[town].Numeric && words[town].Lower.Length is 4 or 5) || (IsOutward(words[town]) && town + 1 < words.Count && IsInward(words[town + 1]));
        return placed ? town : -1;
    }

    private static bool Joined(List<PlaceWord> words, int index) => index < words.Count && words[index].Joined;
}
