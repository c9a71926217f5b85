namespace DialInsight.Benchmarks.Pseudonyms.Generated;

/// <summary>Numbers with valid check digits, computed here so that the detector is not measured with its own code.</summary>
internal static class Checked
{
    private static readonly (string Country, int Digits, string Bank)[] s_ibans =
        [("DE", 18, ""), ("FR", 23, ""), ("ES", 20, ""), ("IT", 22, "X"), ("NL", 10, "ABNA"), ("GB", 14, "NWBK"), ("PL", 24, ""), ("CH", 17, ""), ("AT", 16, ""), ("BE", 12, ""), ("SE", 20, ""), ("NO", 11, ""), ("IE", 14, "AIBK"), ("PT", 21, "")];

    /// <summary>Digits, the first one not 0.</summary>
    public static string Digits(Random random, int count)
    {
        char[] digits = new char[count];
        for (int index = 0; index < count; index++)
            digits[index] = (char)('0' + random.Next(index == 0 ? 1 : 0, 10));
        return new string(digits);
    }

    /// <summary>A resident identity card.</summary>
    public static string Identity(Random random)
    {
        string[] regions = ["110108", "310115", "440304", "330106", "510104", "420111", "320102", "610103", "370203", "350102"];
        string first = regions[random.Next(regions.Length)] + $"{random.Next(1955, 2006)}{random.Next(1, 13):00}{random.Next(1, 29):00}{random.Next(1000):000}";
        int sum = 0;
        for (int index = 0; index < 17; index++)
            sum += (first[index] - '0') * ((1 << (17 - index)) % 11);
        int check = (12 - (sum % 11)) % 11;
        return first + (check == 10 ? "X" : $"{check}");
    }

    /// <summary>A payment card of a length, by Luhn.</summary>
    public static string Card(Random random, string prefix, int length)
    {
        string first = prefix + Digits(random, length - prefix.Length - 1);
        for (int check = 0; check < 10; check++)
        {
            string card = $"{first}{check}";
            int sum = card.Reverse().Select((digit, index) => (digit - '0') * (index % 2 == 0 ? 1 : 2)).Sum(value => value > 9 ? value - 9 : value);
            if (sum % 10 == 0)
                return card;
        }

        throw new InvalidOperationException("No check digit fits.");
    }

    /// <summary>An IBAN of one of many countries.</summary>
    public static string Iban(Random random)
    {
        (string country, int digits, string bank) = s_ibans[random.Next(s_ibans.Length)];
        string account = bank + Digits(random, digits);
        int remainder = 0;
        foreach (char character in $"{account}{country}00")
        {
            string value = char.IsAsciiDigit(character) ? $"{character}" : $"{character - 'A' + 10}";
            foreach (char digit in value)
                remainder = ((remainder * 10) + digit - '0') % 97;
        }

        return $"{country}{98 - remainder:00}{account}";
    }

    /// <summary>A Taiwanese identity number.</summary>
    public static string Taiwan(Random random)
    {
        const string letters = "ABCDEFGHJKLMNPQRSTUVXYWZIO";
        int letter = random.Next(letters.Length);
        string digits = $"{random.Next(1, 3)}{Digits(random, 7)}";
        int code = letter + 10, sum = (code / 10) + (code % 10 * 9);
        for (int index = 0; index < 8; index++)
            sum += (digits[index] - '0') * (8 - index);
        return $"{letters[letter]}{digits}{(10 - (sum % 10)) % 10}";
    }

    /// <summary>Text in groups with a sign between.</summary>
    public static string Grouped(string text, string sign, params ReadOnlySpan<int> groups)
    {
        var parts = new List<string>();
        int start = 0;
        for (int group = 0; start < text.Length; group++)
        {
            int length = Math.Min(groups[Math.Min(group, groups.Length - 1)], text.Length - start);
            parts.Add(text.Substring(start, length));
            start += length;
        }

        return string.Join(sign, parts);
    }
}
