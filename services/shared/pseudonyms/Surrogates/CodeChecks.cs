using System.Globalization;
using System.Text;
using DialInsight.Pseudonyms.Numbers;

namespace DialInsight.Pseudonyms.Surrogates;

/// <summary>Gives codes of letters and digits the check digits that make them valid.</summary>
internal static class CodeChecks
{
    /// <summary>An IBAN with its two check digits; anything else as it is.</summary>
    public static string Iban(StringBuilder code)
    {
        string plain = code.ToString().Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        if (plain.Length < 15 || !plain.All(char.IsAsciiLetterOrDigit) || !char.IsAsciiLetter(plain[0]) || !char.IsAsciiLetter(plain[1]))
            return code.ToString();
        int check = 98 - Checksums.Iban($"{plain[..2]}00{plain[4..]}");
        string digits = check.ToString("00", CultureInfo.InvariantCulture);
        code[2] = digits[0];
        code[3] = digits[1];
        return code.ToString();
    }

    /// <summary>A Taiwanese identity number with its check digit; anything else as it is.</summary>
    public static string Identity(StringBuilder code)
    {
        if (code.Length != 10 || !char.IsAsciiLetter(code[0]) || !code.ToString().Skip(1).All(char.IsAsciiDigit))
            return code.ToString();
        code[1] = code[1] is '1' or '2' ? code[1] : (char)('1' + (code[1] % 2));
        code[9] = Checksums.TaiwanIdentity(code.ToString());
        return code.ToString();
    }
}
