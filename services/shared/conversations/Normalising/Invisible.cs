using System.Buffers;
using System.Text;

namespace DialInsight.Conversations.Normalising;

/// <summary>Characters that nobody sees or that stand for none.</summary>
internal static class Invisible
{
    /// <summary>UTF-16 units with which such a character may begin. Pairs are looked at one by one.</summary>
    public static readonly SearchValues<char> Suspects = SearchValues.Create([.. Enumerable.Range(0, 0x10000).Select(unit => (char)unit).Where(IsSuspect)]);

    /// <summary>
    /// Whether it is a control character other than white space, a format character that hides or turns text, of private use, or what stands for broken text.
    /// A zero-width joiner holds emoji together and is none.
    /// </summary>
    public static bool Is(Rune rune) => (Rune.IsControl(rune) && !Rune.IsWhiteSpace(rune)) || IsFormat(rune.Value) || IsPrivate(rune.Value);

    // U+FFFD is what half a surrogate pair reads as.
    private static bool IsFormat(int value) => value is 0xAD or 0x61C or 0x180E or 0x200B or 0x200C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x206F)
        or 0xFEFF or (>= 0xFFF9 and <= 0xFFFF);

    private static bool IsPrivate(int value) => value is (>= 0xE000 and <= 0xF8FF) or (>= 0xFDD0 and <= 0xFDEF) or >= 0xF0000 || (value & 0xFFFE) == 0xFFFE;

    private static bool IsSuspect(char unit) => char.IsSurrogate(unit) || Is(new Rune(unit));
}
