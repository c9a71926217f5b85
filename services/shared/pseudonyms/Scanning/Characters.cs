namespace DialInsight.Pseudonyms.Scanning;

/// <summary>Classes of folded characters.</summary>
internal static class Characters
{
    public static bool IsHan(char character) => character is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or '〇';

    public static bool IsLatin(char character) => char.IsAsciiLetter(character) || (character is (>= '\u00C0' and <= '\u024F') or (>= '\u1E00' and <= '\u1EFF') && char.IsLetter(character));

    public static bool IsWord(char character) => IsLatin(character) || char.IsAsciiDigit(character) || character == '_';
}
