using System.Text;
using DialInsight.Pseudonyms.Numbers;
using DialInsight.Pseudonyms.Scanning;

namespace DialInsight.Pseudonyms.Surrogates;

/// <summary>Numbers for numbers: as many digits in the same writing, masks and separators kept, checksums valid where the original's kind has one.</summary>
internal sealed class NumberSurrogates(KeyedDraws draws)
{
    private static readonly string[] s_regions = ["110105", "120102", "130102", "210203", "310112", "320506", "330106", "340104", "350203", "370202", "410105", "420106", "430104", "440305", "500108", "510107", "530102", "610113"];
    private static readonly string[] s_words = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    /// <summary>The surrogate of a number, spoken or written. The same digits in another writing give the same digits.</summary>
    public string Write(FoldedText text, IdentifierSpan span, int attempt)
    {
        IReadOnlyList<DigitToken> tokens = NumberScanner.Tokens(text, span.Start, span.End);
        string digits = string.Concat(tokens.Select(token => token.Value));
        return Render(text, span, tokens, Replace(digits, span.Type, attempt));
    }

    private string Replace(string digits, IdentifierType type, int attempt)
    {
        bool masked = digits.Contains('*', StringComparison.Ordinal);
        if (type == IdentifierType.IdCard && digits.Length == 18 && !masked)
            return IdentityCard(digits, attempt);

        // A country code in front changes nothing about whose number it is.
        string national = type == IdentifierType.Phone && digits.Length > 11 ? digits[^11..] : digits;
        string prefix = digits[..(digits.Length - national.Length)];
        int kept = type switch
        {
            IdentifierType.Phone when national.Length == 11 && national[0] == '1' => 2,
            IdentifierType.Phone when national[0] == '0' => 2,
            IdentifierType.BankCard when digits.Length >= 13 => 1,
            _ => 0,
        };
        KeyedDraws.Draws next = draws.For(type.ToName(), national, attempt);
        var replaced = new StringBuilder(prefix);
        for (int index = 0; index < national.Length; index++)
        {
            int digit = next.Next(10);
            if (index < kept || !char.IsAsciiDigit(national[index]))
                replaced.Append(national[index]);
            else
                replaced.Append(index == 0 && national[0] != '0' && digit == 0 ? 9 : digit);
        }

        if (type == IdentifierType.BankCard && !masked && Checksums.IsLuhn(digits))
            replaced[^1] = Checksums.Luhn(replaced.ToString().AsSpan(0, digits.Length - 1));
        return replaced.ToString();
    }

    private string IdentityCard(string digits, int attempt)
    {
        KeyedDraws.Draws next = draws.For("id-card", digits, attempt);
        string card = $"{s_regions[next.Next(s_regions.Length)]}{1950 + next.Next(56):0000}{1 + next.Next(12):00}{1 + next.Next(28):00}{next.Next(1000):000}";
        return card + Checksums.IdentityCard(card);
    }

    private static string Render(FoldedText text, IdentifierSpan span, IReadOnlyList<DigitToken> tokens, string digits)
    {
        var rendered = new StringBuilder();
        int copied = span.Start, digit = 0;
        bool colloquial = tokens.Any(token => text[token.Start] is '幺');
        foreach (DigitToken token in tokens)
        {
            rendered.Append(text.Slice(copied, token.Start));
            for (int index = 0; index < token.Value.Length; index++, digit++)
                Append(rendered, text, token, digits[digit], index, colloquial);
            copied = token.End;
        }

        return rendered.Append(text.Slice(copied, span.End)).ToString();
    }

    private static void Append(StringBuilder rendered, FoldedText text, DigitToken token, char digit, int index, bool colloquial)
    {
        ReadOnlySpan<char> original = text.Slice(token.Start, token.End);
        if (!char.IsAsciiDigit(digit))
            rendered.Append(digit == '*' ? original : digit.ToString());
        else if (!token.Spoken)
            rendered.Append(InScript(original, digit - '0'));
        else if (Characters.IsHan(text[token.Start]))
            rendered.Append(Digits.ToChinese(digit - '0', colloquial && digit == '1' ? '幺' : text[token.Start]));
        else
            rendered.Append(index > 0 ? " " : "").Append(digit == '0' && original is "oh" or "o" ? original : s_words[digit - '0']);
    }

    // In the script of the original: full-width, circled and other digits stay such.
    private static string InScript(ReadOnlySpan<char> original, int digit)
    {
        Rune.DecodeFromUtf16(original, out Rune rune, out _);
        if (Digits.Circled(rune.Value) is not null)
            return digit == 0 ? "⓪" : $"{(char)(0x245F + digit)}";
        if (rune.IsAscii || !(Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.DecimalDigitNumber))
            return $"{digit}";
        return new Rune(rune.Value - (int)Rune.GetNumericValue(rune) + digit).ToString();
    }
}
