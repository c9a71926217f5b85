using System.Globalization;
using System.Text;

namespace DialInsight.TextAnalysis.Tokens;

/// <summary>Looks up the <see cref="CharacterClass"/> of the code point at a place in well-formed UTF-8.</summary>
internal static class CharacterClasses
{
    private static readonly CharacterClass[] BasicPlane = ClassifyBasicPlane();

    /// <summary>The class at <paramref name="index"/> and the code point's length in bytes (0 at the end).</summary>
    public static CharacterClass At(ReadOnlySpan<byte> text, int index, out int length)
    {
        if ((uint)index >= (uint)text.Length)
        {
            length = 0;
            return CharacterClass.End;
        }

        byte lead = text[index];
        if (lead < 0x80)
        {
            length = 1;
            return BasicPlane[lead];
        }

        if (lead < 0xE0)
        {
            length = 2;
            return BasicPlane[((lead & 0x1F) << 6) | (text[index + 1] & 0x3F)];
        }

        if (lead < 0xF0)
        {
            length = 3;
            return BasicPlane[((lead & 0x0F) << 12) | ((text[index + 1] & 0x3F) << 6) | (text[index + 2] & 0x3F)];
        }

        length = 4;
        return Classify(((lead & 0x07) << 18) | ((text[index + 1] & 0x3F) << 12)
            | ((text[index + 2] & 0x3F) << 6) | (text[index + 3] & 0x3F));
    }

    private static CharacterClass[] ClassifyBasicPlane()
    {
        var classes = new CharacterClass[0x10000];
        for (int codePoint = 0; codePoint < classes.Length; codePoint++)
            classes[codePoint] = Classify(codePoint);
        return classes;
    }

    private static CharacterClass Classify(int codePoint)
    {
        if (codePoint is '\r' or '\n')
            return CharacterClass.Space | CharacterClass.LineBreak;
        if (Rune.IsValid(codePoint) && Rune.IsWhiteSpace(new Rune(codePoint)))
            return CharacterClass.Space;
        return CharUnicodeInfo.GetUnicodeCategory(codePoint) switch
        {
            UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter
                => CharacterClass.Letter | CharacterClass.Leading,
            UnicodeCategory.LowercaseLetter => CharacterClass.Letter | CharacterClass.Trailing,
            UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
                => CharacterClass.Letter | CharacterClass.Leading | CharacterClass.Trailing,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
                => CharacterClass.Leading | CharacterClass.Trailing,
            UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber
                => CharacterClass.Number,
            _ => CharacterClass.Other,
        };
    }
}
