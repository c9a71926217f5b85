namespace DialInsight.Pseudonyms.Numbers;

/// <summary>The check digits of identifiers.</summary>
internal static class Checksums
{
    private const string IdentityChecks = "10X98765432";
    private static readonly int[] s_identityWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>The check character of a resident identity card for its first 17 digits (GB 11643-1999, ISO 7064 MOD 11-2).</summary>
    public static char IdentityCard(ReadOnlySpan<char> digits)
    {
        int sum = 0;
        for (int index = 0; index < 17; index++)
            sum += (digits[index] - '0') * s_identityWeights[index];
        return IdentityChecks[sum % 11];
    }

    /// <summary>The digit that completes a number by Luhn's algorithm (ISO/IEC 7812-1, annex B).</summary>
    public static char Luhn(ReadOnlySpan<char> digits)
    {
        int sum = 0;
        for (int index = 0; index < digits.Length; index++)
        {
            int digit = digits[^(index + 1)] - '0';
            if (index % 2 == 0)
                digit = digit > 4 ? (2 * digit) - 9 : 2 * digit;
            sum += digit;
        }

        return (char)('0' + ((10 - (sum % 10)) % 10));
    }

    /// <summary>Whether the last digit fits the others by Luhn's algorithm.</summary>
    public static bool IsLuhn(ReadOnlySpan<char> digits) => digits.Length > 1 && Luhn(digits[..^1]) == digits[^1];

    /// <summary>The remainder by 97 of an IBAN with its first four characters moved to the end (ISO 7064 MOD 97-10); 1 where it is valid.</summary>
    public static int Iban(ReadOnlySpan<char> iban)
    {
        int remainder = 0;
        for (int index = 0; index < iban.Length; index++)
        {
            char character = char.ToUpperInvariant(iban[(index + 4) % iban.Length]);
            remainder = char.IsAsciiDigit(character)
                ? ((remainder * 10) + character - '0') % 97
                : ((remainder * 100) + character - 'A' + 10) % 97;
        }

        return remainder;
    }

    /// <summary>The check digit of a Taiwanese identity number, a letter and eight digits.</summary>
    public static char TaiwanIdentity(ReadOnlySpan<char> first)
    {
        const string Letters = "ABCDEFGHJKLMNPQRSTUVXYWZIO";
        int letter = Letters.IndexOf(char.ToUpperInvariant(first[0]), StringComparison.Ordinal) + 10;
        int sum = (letter / 10) + (letter % 10 * 9);
        for (int index = 1; index < 9; index++)
            sum += (first[index] - '0') * (9 - index);
        return (char)('0' + ((10 - (sum % 10)) % 10));
    }
}
