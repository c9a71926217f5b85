namespace DialInsight.TextAnalysis.Tokens;

/// <summary>
/// Cuts well-formed UTF-8 into the pieces that are merged apart from one another. Hand-written from the encodings' published
/// split patterns, because a UTF-16 regular expression sees halves of the code points above U+FFFF.
/// </summary>
/// <param name="digitsPerPiece">How many numerals one piece may hold: 1 for Qwen, 3 for the others.</param>
/// <param name="casedWords">
/// False: a word is <c>\p{L}+</c>, and contractions are pieces of their own. True (o200k): a word changes from upper to lower case once
/// and takes its contraction with it, and slashes stay with the punctuation before them.
/// </param>
internal sealed class PieceSplitter(int digitsPerPiece, bool casedWords)
{
    /// <summary>The end of the piece that starts at <paramref name="start"/>, which must lie before the end of the text.</summary>
    public int EndOfPiece(ReadOnlySpan<byte> text, int start)
    {
        CharacterClass first = CharacterClasses.At(text, start, out int length);
        int next = start + length;
        if ((first & CharacterClass.Letter) != 0)
            return EndOfWord(text, start);
        if ((first & CharacterClass.Number) != 0)
            return EndOfNumber(text, next);
        if ((first & CharacterClass.LineBreak) == 0)
        {
            int end = AfterOpening(text, start, next);
            if (end > start)
                return end;
        }

        if ((first & CharacterClass.Space) == 0)
            return EndOfPunctuation(text, next);
        if (text[start] == ' ' && IsPunctuation(text, next))
            return EndOfPunctuation(text, next);
        return EndOfSpace(text, start);
    }

    /// <summary>A contraction, or a word after one code point that is neither letter, numeral nor line break; else 0.</summary>
    private int AfterOpening(ReadOnlySpan<byte> text, int start, int next)
    {
        if (casedWords)
            return EndOfCasedWord(text, start, next);
        int contraction = Contraction(text, start);
        if (contraction > 0)
            return start + contraction;
        return (CharacterClasses.At(text, next, out _) & CharacterClass.Letter) != 0 ? EndOfWord(text, next) : 0;
    }

    private int EndOfWord(ReadOnlySpan<byte> text, int start) =>
        casedWords ? EndOfCasedWord(text, start, start) : EndOfRun(text, start, CharacterClass.Letter);

    /// <summary>
    /// Leading* Trailing+ or else Leading+ Trailing*, after an opening code point (from <paramref name="start"/> up to
    /// <paramref name="word"/>, perhaps empty) that a mark may also stand in for. 0 where there is no word.
    /// </summary>
    private static int EndOfCasedWord(ReadOnlySpan<byte> text, int start, int word)
    {
        int end = EndOfMixedRun(text, word);
        if (end == 0 && word > start && (CharacterClasses.At(text, start, out _) & CharacterClass.Trailing) != 0)
            end = word; // The opening is a mark: on its own it is Trailing+, and that form goes first.
        if (end == 0)
        {
            end = EndOfRun(text, word, CharacterClass.Leading);
            if (end == word)
                return 0;
        }

        return end + Contraction(text, end);
    }

    /// <summary>Leading* Trailing+ with the pattern's backtracking; 0 where nothing in it can be Trailing.</summary>
    private static int EndOfMixedRun(ReadOnlySpan<byte> text, int start)
    {
        int index = start;
        int afterLastTrailing = 0;
        CharacterClass current;
        while (((current = CharacterClasses.At(text, index, out int length)) & CharacterClass.Leading) != 0)
        {
            index += length;
            if ((current & CharacterClass.Trailing) != 0)
                afterLastTrailing = index;
        }

        return (current & CharacterClass.Trailing) != 0 ? EndOfRun(text, index, CharacterClass.Trailing) : afterLastTrailing;
    }

    private int EndOfNumber(ReadOnlySpan<byte> text, int index)
    {
        for (int digits = 1; digits < digitsPerPiece; digits++)
        {
            if ((CharacterClasses.At(text, index, out int length) & CharacterClass.Number) == 0)
                break;
            index += length;
        }

        return index;
    }

    private int EndOfPunctuation(ReadOnlySpan<byte> text, int index)
    {
        while (CharacterClassIsPunctuation(CharacterClasses.At(text, index, out int length)))
            index += length;
        while (index < text.Length && (text[index] is (byte)'\r' or (byte)'\n' || (casedWords && text[index] == '/')))
            index++;
        return index;
    }

    /// <summary>Up to the last line break of the run; else all but its last space, which belongs to what follows.</summary>
    private static int EndOfSpace(ReadOnlySpan<byte> text, int start)
    {
        int index = start;
        int afterLastBreak = 0;
        int last = start;
        CharacterClass current;
        while (((current = CharacterClasses.At(text, index, out int length)) & CharacterClass.Space) != 0)
        {
            last = index;
            index += length;
            if ((current & CharacterClass.LineBreak) != 0)
                afterLastBreak = index;
        }

        if (afterLastBreak > 0)
            return afterLastBreak;
        return current == CharacterClass.End || last == start ? index : last;
    }

    private static int EndOfRun(ReadOnlySpan<byte> text, int index, CharacterClass wanted)
    {
        while ((CharacterClasses.At(text, index, out int length) & wanted) != 0)
            index += length;
        return index;
    }

    private static bool IsPunctuation(ReadOnlySpan<byte> text, int index) =>
        CharacterClassIsPunctuation(CharacterClasses.At(text, index, out _));

    private static bool CharacterClassIsPunctuation(CharacterClass value) =>
        (value & (CharacterClass.Letter | CharacterClass.Number | CharacterClass.Space | CharacterClass.End)) == 0;

    /// <summary>Length in bytes of <c>(?i:'s|'t|'re|'ve|'m|'ll|'d)</c> at a place, or 0. The long s (U+017F) is an s too.</summary>
    private static int Contraction(ReadOnlySpan<byte> text, int index)
    {
        if ((uint)(index + 1) >= (uint)text.Length || text[index] != '\'')
            return 0;
        byte second = index + 2 < text.Length ? text[index + 2] : (byte)0;
        return (text[index + 1], second) switch
        {
            ((byte)'s' or (byte)'S' or (byte)'t' or (byte)'T' or (byte)'m' or (byte)'M' or (byte)'d' or (byte)'D', _) => 2,
            (0xC5, 0xBF) => 3,
            ((byte)'r' or (byte)'R' or (byte)'v' or (byte)'V', (byte)'e' or (byte)'E') => 3,
            ((byte)'l' or (byte)'L', (byte)'l' or (byte)'L') => 3,
            _ => 0,
        };
    }
}
