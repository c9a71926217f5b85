using System.Text;

namespace DialInsight.TextAnalysis.Language;

/// <summary>
/// Tells Chinese, English and other text apart by the share of scripts among the letters. A guess for routing and statistics: it does not tell
/// one language of the Latin script from another beyond what their accents give away.
/// </summary>
public static class LanguageDetector
{
    /// <summary>How many UTF-16 units are looked at: enough to be sure, and a bound for hostile input.</summary>
    private const int Sample = 10_000;

    /// <summary>One Chinese character says about as much as three letters do.</summary>
    private const int HanWeight = 3;

    /// <summary>Each language quotes foreign names: the share of the letters that must be its own.</summary>
    private const double Share = 0.5, PlainLatinShare = 0.9;

    /// <summary><c>zh</c>, <c>en</c>, or <c>other</c> (which includes text without letters).</summary>
    public static string Detect(string text)
    {
        int han = 0, plain = 0, kana = 0, foreign = 0;
        foreach (Rune rune in text.AsSpan(0, Math.Min(text.Length, Sample)).EnumerateRunes())
        {
            if (IsHan(rune.Value))
                han++;
            else if (rune.IsAscii && Rune.IsLetter(rune))
                plain++;
            else if (rune.Value is >= 0x3041 and <= 0x30FF)
                kana++;
            else if (Rune.IsLetter(rune))
                foreign++;
        }

        int letters = (han * HanWeight) + plain + kana + foreign;
        if (letters == 0)
            return "other";

        // Japanese writes with Chinese characters too, but never long without kana.
        if (kana * 10 <= han && han * HanWeight >= letters * Share)
            return "zh";
        return plain >= letters * PlainLatinShare ? "en" : "other";
    }

    private static bool IsHan(int codePoint) => codePoint is >= 0x4E00 and <= 0x9FFF or >= 0x3400 and <= 0x4DBF
        or >= 0xF900 and <= 0xFAFF or >= 0x20000 and <= 0x3FFFF or 0x3007;
}
