using System.Buffers;
using System.Text;

namespace DialInsight.TextAnalysis.NearDuplicates;

/// <summary>
/// The shingles of a text (Broder 1997, "On the resemblance and containment of documents", section 2): its overlapping short runs of words, hashed to 64 bits.
/// A run that begins with a Chinese character has <see cref="Characters"/> of them, one that begins with a word of spaced script <see cref="Words"/> words, so that
/// mixed text needs no decision. Case, punctuation and spaces do not count, and a run of digits counts as one sign whatever the number: the same talk
/// about another price or room is still the same talk. The hashes are the same on every machine and may be kept.
/// </summary>
public static class Shingles
{
    /// <summary>The length of a shingle in words, for scripts that put spaces between them.</summary>
    public const int Words = 3;

    /// <summary>The length of a shingle in characters, for scripts that do not.</summary>
    public const int Characters = 5;

    private const ulong Prime = 0x100000001B3, Start = 0xCBF29CE484222325;

    /// <summary>The shingles of a text given in parts, for instance turns: where one part ends, a word does, but not a shingle.</summary>
    /// <param name="parts">The parts, in order.</param>
    /// <returns>A hash for each shingle, in order, repetitions included; one for the whole where it is shorter than a shingle; none where there are no words.</returns>
    public static ulong[] Of(IEnumerable<string> parts)
    {
        ulong[] tokens = ArrayPool<ulong>.Shared.Rent(1024);
        int count = 0;
        foreach (string part in parts)
            ReadTokens(part, ref tokens, ref count);
        ulong[] shingles = Join(tokens.AsSpan(0, count));
        ArrayPool<ulong>.Shared.Return(tokens);
        return shingles;
    }

    /// <summary>The lowest bit of a token tells whether it is a character (1) or a word (0).</summary>
    private static void ReadTokens(string text, ref ulong[] tokens, ref int count)
    {
        ulong word = Start;
        bool digits = false;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (IsUnspaced(rune.Value))
            {
                EndWord(ref word, ref tokens, ref count);
                Add(Mix((ulong)rune.Value) | 1, ref tokens, ref count);
            }
            else if (Letter(rune) is { } letter and not 0)
            {
                bool digit = letter == '0';
                if (!digit || !digits)
                    word = (word ^ letter) * Prime;
                digits = digit;
                continue;
            }
            else
            {
                EndWord(ref word, ref tokens, ref count);
            }

            digits = false;
        }

        EndWord(ref word, ref tokens, ref count);
    }

    /// <summary>What stands for a rune in a word: its lower case, 0 for every digit; nothing for what is not part of a word.</summary>
    private static ulong Letter(Rune rune)
    {
        int value = rune.Value;
        if (value < 0x80)
            return char.IsAsciiDigit((char)value) ? '0' : char.IsAsciiLetter((char)value) ? (uint)(value | 0x20) : 0UL;
        if (Rune.IsDigit(rune))
            return '0';

        // A mark belongs to its letter.
        return Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark
            ? (uint)Rune.ToLowerInvariant(rune).Value
            : 0UL;
    }

    /// <summary>Characters of scripts that are written without spaces: Chinese, kana, Thai, Lao, Burmese, Khmer.</summary>
    private static bool IsUnspaced(int value) => value is >= 0x4E00 and <= 0x9FFF or >= 0x3400 and <= 0x4DBF or >= 0x3041 and <= 0x30FF or 0x3007
        or >= 0xF900 and <= 0xFAFF or >= 0x20000 and <= 0x3FFFF or >= 0x0E01 and <= 0x0EFF or >= 0x1000 and <= 0x109F or >= 0x1780 and <= 0x17FF;

    private static void EndWord(ref ulong word, ref ulong[] tokens, ref int count)
    {
        if (word != Start)
            Add(Mix(word) & ~1UL, ref tokens, ref count);
        word = Start;
    }

    private static void Add(ulong token, ref ulong[] tokens, ref int count)
    {
        if (count == tokens.Length)
        {
            ulong[] larger = ArrayPool<ulong>.Shared.Rent(2 * count);
            tokens.CopyTo(larger, 0);
            ArrayPool<ulong>.Shared.Return(tokens);
            tokens = larger;
        }

        tokens[count++] = token;
    }

    private static ulong[] Join(ReadOnlySpan<ulong> tokens)
    {
        if (tokens.IsEmpty)
            return [];
        int last = tokens.Length - 1;
        while (last >= 0 && last + Length(tokens[last]) > tokens.Length)
            last--;
        if (last < 0)
            return [Hash(tokens)];

        // Of the last few tokens a word may begin a shingle where the character before it does not.
        int count = 0;
        var shingles = new ulong[last + 1];
        for (int first = 0; first <= last; first++)
        {
            int length = Length(tokens[first]);
            if (first + length <= tokens.Length)
                shingles[count++] = Hash(tokens.Slice(first, length));
        }

        return count == shingles.Length ? shingles : shingles[..count];
    }

    private static int Length(ulong token) => (token & 1) == 1 ? Characters : Words;

    private static ulong Hash(ReadOnlySpan<ulong> tokens)
    {
        ulong hash = (ulong)tokens.Length;
        foreach (ulong token in tokens)
            hash = (hash * 0x9E3779B97F4A7C15) + token;
        return Mix(hash);
    }

    /// <summary>The finaliser of SplitMix64 (Steele, Lea, Flood 2014): every bit of the answer depends on every bit given.</summary>
    internal static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
