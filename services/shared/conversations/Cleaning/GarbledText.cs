using System.Buffers;
using System.Text;

namespace DialInsight.Conversations.Cleaning;

/// <summary>Tells text that was broken on its way from text: by the letters it has, not by what they say.</summary>
internal static class GarbledText
{
    private const int Enough = 20;
    private const double FewestLetters = 0.4, MostBroken = 0.02, MostMisread = 0.5, LeastEntropy = 1.5, MostUnspaced = 0.5;
    private const int LongestWord = 60;

    private static readonly Encoding s_western = Page(1252), s_chinese = Page(54936);

    // What UTF-8's replacement character reads as in GBK: 锟斤拷. And what uninitialised memory does: 烫烫烫, 屯屯屯.
    private static readonly SearchValues<string> s_broken = SearchValues.Create(["锟斤拷", "烫烫烫", "屯屯屯", "\uFFFD", "ï¿½"], StringComparison.Ordinal);

    // What UTF-8 of Latin and Chinese letters begins with when it is read as Windows-1252.
    private static readonly SearchValues<char> s_misreadWestern = SearchValues.Create("ÃÂâäåæçèé€");

    // What the commonest Chinese characters and marks of UTF-8 begin with when they are read as GBK.
    private static readonly SearchValues<char> s_misread = SearchValues.Create("鐨勬槸涓嶄浣犲ソ鎴戜鍦ㄤ锛銆鏈変鏄紝紒涔堜杩欎璇烽棶");

    /// <summary>Whether it is garbled.</summary>
    public static bool Is(string text)
    {
        int visible = 0, letters = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            visible += Rune.IsWhiteSpace(rune) ? 0 : 1;
            letters += Rune.IsLetterOrDigit(rune) ? 1 : 0;
        }

        if (visible < Enough)
            return text.AsSpan().ContainsAny(s_broken);
        return letters < visible * FewestLetters || Broken(text) > visible * MostBroken || IsMisread(text) || IsMonotonous(text) || IsUnspaced(text, visible);
    }

    /// <summary>Whether more of it than a slip stands for what could not be decoded.</summary>
    public static bool IsBroken(string text) => Broken(text) > text.Length * MostBroken;

    private static int Broken(string text)
    {
        int broken = 0;
        for (ReadOnlySpan<char> rest = text; rest.IndexOfAny(s_broken) is var at and >= 0; rest = rest[(at + 1)..])
            broken++;
        return broken;
    }

    /// <summary>UTF-8 that was read as a page of Windows: written back in that page it is UTF-8 again, which text in that page never is for long.</summary>
    private static bool IsMisread(string text) =>
        (text.AsSpan().ContainsAny(s_misreadWestern) && Utf8Share(text, s_western) > MostMisread) || (text.AsSpan().ContainsAny(s_misread) && Utf8Share(text, s_chinese) > MostMisread);

    /// <summary>The share of the bytes beyond ASCII that stand in sequences of UTF-8 of three bytes or, for Western pages, two.</summary>
    private static double Utf8Share(string text, Encoding page)
    {
        byte[] bytes = page.GetBytes(text);
        int fewest = page == s_western ? 2 : 3, beyond = 0, fitting = 0;
        for (int at = 0; at < bytes.Length;)
        {
            OperationStatus status = Rune.DecodeFromUtf8(bytes.AsSpan(at), out _, out int length);
            if (bytes[at] < 0x80)
            {
                at++;
                continue;
            }

            int step = status == OperationStatus.Done ? length : 1;
            beyond += step;
            fitting += status == OperationStatus.Done && length >= fewest ? step : 0;
            at += step;
        }

        return beyond < 12 ? 0 : fitting / (double)beyond;
    }

    /// <summary>The entropy of the letters, in bits: a text of any language has more than three.</summary>
    private static bool IsMonotonous(string text)
    {
        // Letters counted together with others have less entropy than by themselves, and never less than their most frequent one tells of: most texts need no second look.
        Span<int> together = stackalloc int[256];
        together.Clear();
        int total = 0, most = 0;
        foreach (char letter in text)
        {
            if (char.IsWhiteSpace(letter))
                continue;
            most = Math.Max(most, ++together[letter & 0xFF]);
            total++;
        }

        return total >= 2 * Enough && -Math.Log2(most / (double)total) < LeastEntropy && Entropy(text, total) < LeastEntropy;
    }

    private static double Entropy(string text, int total)
    {
        Dictionary<char, int> counts = [];
        foreach (char letter in text.Where(letter => !char.IsWhiteSpace(letter)))
            counts[letter] = counts.GetValueOrDefault(letter) + 1;
        return -counts.Values.Sum(count => count / (double)total * Math.Log2(count / (double)total));
    }

    /// <summary>Whether most of it is words of the Latin script that no language has: encoded bytes.</summary>
    private static bool IsUnspaced(string text, int visible)
    {
        int unspaced = 0, start = 0;
        for (int at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '+' or '/' or '='))
                continue;
            unspaced += at - start > LongestWord ? at - start : 0;
            start = at + 1;
        }

        return unspaced > visible * MostUnspaced;
    }

    private static Encoding Page(int page) => CodePagesEncodingProvider.Instance.GetEncoding(page, new EncoderReplacementFallback("?"), DecoderFallback.ReplacementFallback)!;
}
