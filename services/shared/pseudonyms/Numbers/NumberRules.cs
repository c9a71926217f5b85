namespace DialInsight.Pseudonyms.Numbers;

/// <summary>Tells personal numbers from those of the business by length, prefix, grouping, checksum and the words in front.</summary>
internal static class NumberRules
{
    /// <summary>What a number is; null where it is none of a person's.</summary>
    public static IdentifierType? Classify(in DigitWindow window, Clue clue)
    {
        if (window.Digits.All(digit => digit == '*') || window.Before is '¥' or '$' or '€' or '£' || IsAmount(window) || IsDecimal(window) || IsCounting(window))
            return null;
        if (!window.Spoken && window.Gaps.AsSpan().ContainsAny(',', ';'))
            return IsPaused(window, clue) ? IdentifierType.Phone : null;
        if (window.Before == '+' && window.Count is >= 7 and <= 15 && window.After != '%')
            return IdentifierType.Phone;
        if (IsIdentityCard(window))
            return IdentifierType.IdCard;
        if (IsSocialSecurity(window, clue))
            return IdentifierType.IdCard;
        if (clue != Clue.Business && clue != Clue.Bank && IsPhone(window, clue))
            return IdentifierType.Phone;
        if (clue != Clue.Business && IsCard(window, clue))
            return IdentifierType.BankCard;
        return ByClue(window, clue);
    }

    // 138，1234，5678 and "555, okay, 210, 7788": groups with pauses between are a telephone in its own grouping alone.
    private static bool IsPaused(in DigitWindow window, Clue clue) =>
        (window.Groups.AsSpan().SequenceEqual([3, 4, 4]) && window.Digits[0] == '1' && window.Digits[1] is >= '3' and <= '9')
        || ((clue is Clue.Phone || (clue is Clue.None && window.Gaps.Contains(';', StringComparison.Ordinal))) && window.Groups.AsSpan().SequenceEqual([3, 3, 4]) && window.Digits[0] is >= '2');

    private static bool IsAmount(in DigitWindow window) => window.After is '元' or '块' or '万' or '亿' or '%' or '㎡' or '平' or '米' or '套' or '个' or '人' or '点' or '百' or '千' or '十';

    private static bool IsDecimal(in DigitWindow window) => window.Gaps == "." && window.Before != '+' && !window.Spoken;

    /// <summary>One, two, three and so on: the days of a week, no number of anybody's.</summary>
    private static bool IsCounting(in DigitWindow window)
    {
        if (!window.Spoken)
            return false;
        for (int index = 1; index < window.Count; index++)
        {
            if (window.Digits[index] != window.Digits[index - 1] + 1)
                return false;
        }

        return true;
    }

    /// <summary>A resident identity card: region, date of birth, serial and check character.</summary>
    private static bool IsIdentityCard(in DigitWindow window)
    {
        string digits = window.Digits;
        if (digits.Length != 18 || digits[0] is < '1' or > '8')
            return false;
        if (window.Masked)
            return window.Groups.Length <= 3;
        return IsDate(digits.AsSpan(6, 8)) && (Checksums.IdentityCard(digits) == digits[17] || window.Shaped(6, 8, 4) || window.Shaped(6, 4, 4, 4));
    }

    private static bool IsDate(ReadOnlySpan<char> date) =>
        int.TryParse(date[..4], out int year) && int.TryParse(date[4..6], out int month) && int.TryParse(date[6..], out int day)
        && year is >= 1900 and <= 2035 && month is >= 1 and <= 12 && day is >= 1 and <= 31;

    private static bool IsSocialSecurity(in DigitWindow window, Clue clue) =>
        window.Count == 9 && ((window.Groups.AsSpan().SequenceEqual([3, 2, 4]) && window.Even && clue is not (Clue.Business or Clue.Phone)) || (clue == Clue.Identity && window.Shaped(3, 3, 3)));

    private static bool IsPhone(in DigitWindow window, Clue clue)
    {
        string digits = window.Digits;
        if (digits.Contains('X', StringComparison.Ordinal))
            return false;
        if (window.Spoken)
            return digits.Length is >= 7 and <= 13 && clue is Clue.None or Clue.Phone or Clue.Identity or Clue.Account;
        if (digits.StartsWith("00", StringComparison.Ordinal) && digits.Length is >= 11 and <= 15)
            return true;
        if (digits.StartsWith("86", StringComparison.Ordinal) && digits.Length == 13 && digits[2] == '1')
            return true;
        return IsMobile(window) || IsLandline(window, clue) || IsNorthAmerican(window, clue) || IsGrouped(window, clue)
            || (clue == Clue.Phone && digits.Length is >= 7 and <= 15 && IsPlainEnough(window));
    }

    /// <summary>Mobile numbers of mainland China and Taiwan.</summary>
    private static bool IsMobile(in DigitWindow window)
    {
        string digits = window.Digits;
        if (digits.Length == 11 && digits[0] == '1' && digits[1] is (>= '3' and <= '9') or '*')
            return window.Shaped(3, 4, 4) || window.Shaped(3, 8) || window.Shaped(4, 4, 3) || window.Shaped(7, 4) || window.Shaped(3, 3, 5) || window.Shaped(5, 6) || window.Masked;
        return digits.Length == 10 && digits[0] == '0' && digits[1] == '9'
            && (window.Shaped(4, 3, 3) || window.Shaped(4, 6) || window.Shaped(3, 3, 4));
    }

    /// <summary>Landlines that begin with an area code, Chinese 400 and 800 numbers, and British numbers.</summary>
    private static bool IsLandline(in DigitWindow window, Clue clue)
    {
        string digits = window.Digits;
        int[] groups = window.Groups;
        if (digits.Length == 10 && digits[..3] is "400" or "800" && (groups.Length > 1 || clue == Clue.Phone))
            return groups.Length == 1 || groups.AsSpan().SequenceEqual([3, 3, 4]) || groups.AsSpan().SequenceEqual([3, 4, 3]) || groups.AsSpan().SequenceEqual([4, 3, 3]) || groups.AsSpan().SequenceEqual([3, 7]);
        if (digits[0] != '0' || digits.Length < 9 || (digits.Length > 12 && groups.Length == 1))
            return false;
        if (groups.Length == 1)
            return digits.Length is 10 or 11 or 12 && digits[1] is not '0';
        bool area = groups[0] is >= 2 and <= 5 && groups[1] is >= 3 and <= 8 && digits.Length <= 16;
        return area && (groups.Length < 4 || window.Even || clue == Clue.Phone) && groups[1..].All(length => length >= 2);
    }

    private static bool IsNorthAmerican(in DigitWindow window, Clue clue)
    {
        ReadOnlySpan<int> groups = window.Groups;
        if (groups.Length > 1 && groups[^1] is >= 1 and <= 6 && (groups[..^1].SequenceEqual([3, 3, 4]) || groups[..^1].SequenceEqual([1, 3, 3, 4])) && window.Gaps[^1] is 'x' or '#')
            return true;
        if (groups.SequenceEqual([3, 3, 4]) || groups.SequenceEqual([3, 7]) || (groups.SequenceEqual([1, 3, 3, 4]) && window.Digits[0] == '1'))
            return true;
        if (window.Loose && window.Count == 10 && clue == Clue.Phone)
            return true;
        return groups.SequenceEqual([10]) && window.Digits[0] is >= '2' and not '*' && window.Digits[3] is >= '2' && clue is Clue.None or Clue.Phone;
    }

    /// <summary>Numbers of other countries: several short groups with the same sign between.</summary>
    private static bool IsGrouped(in DigitWindow window, Clue clue)
    {
        if (window.Count is < 8 or > 13 || window.Groups.Length < 3 || window.Groups.Any(length => length is < 2 or > 4))
            return false;
        if (window.Groups.AsSpan().SequenceEqual([4, 2, 2]) || window.Groups.AsSpan().SequenceEqual([2, 2, 4]))
            return false;
        return window.Groups.Length >= 4 || clue == Clue.Phone || window.Gaps.AsSpan().Contains('-') || window.Before == '(' || window.Count >= 9;
    }

    private static bool IsYear(ReadOnlySpan<char> digits) => digits[0] is '1' && digits[1] is '9' || digits[0] is '2' && digits[1] is '0';

    private static bool IsPlainEnough(in DigitWindow window) => window.Groups.Length <= 5 && window.Groups.All(length => length >= 2) && !IsWrittenDate(window);

    private static bool IsWrittenDate(in DigitWindow window) =>
        (window.Groups.AsSpan().SequenceEqual([4, 4]) && IsYear(window.Digits.AsSpan(0, 4)) && IsYear(window.Digits.AsSpan(4))) || window.Groups.AsSpan().SequenceEqual([4, 2, 2]) || window.Groups.AsSpan().SequenceEqual([2, 2, 4]) || (window.Count == 8 && window.Groups.Length == 1 && IsDate(window.Digits));

    private static bool IsCard(in DigitWindow window, Clue clue)
    {
        string digits = window.Digits;
        if (digits.Length is < 12 or > 19 || digits.Contains('X', StringComparison.Ordinal))
            return false;
        if (clue == Clue.Bank)
            return true;
        bool grouped = window.Loose || window.Groups.AsSpan().StartsWith([4, 4, 4]) || window.Groups.AsSpan().StartsWith([4, 6, 5]);
        if (window.Masked || digits.Length < 13 || clue is not (Clue.None or Clue.Phone or Clue.Account))
            return grouped && window.Masked;
        return (window.Groups.Length == 1 && (Checksums.IsLuhn(digits) || digits.Length >= 16)) || grouped;
    }

    private static IdentifierType? ByClue(in DigitWindow window, Clue clue)
    {
        bool short_ = window.Groups.Length <= 5 && !IsWrittenDate(window);
        return clue switch
        {
            Clue.Identity when short_ && window.Count is >= 5 and <= 20 => IdentifierType.IdCard,
            Clue.Bank when short_ && window.Count is >= 6 and <= 24 => IdentifierType.BankCard,
            Clue.Account when short_ && window.Count is >= 5 and <= 16 => IdentifierType.Account,
            Clue.Passport when short_ && window.Count is >= 6 and <= 12 => IdentifierType.Passport,
            _ => null,
        };
    }
}
