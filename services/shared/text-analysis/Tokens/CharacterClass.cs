namespace DialInsight.TextAnalysis.Tokens;

/// <summary>What the split patterns ask of a code point; a mark is both cases and no letter.</summary>
[Flags]
internal enum CharacterClass : byte
{
    /// <summary>Punctuation, symbols, controls: none of the below.</summary>
    Other = 0,

    /// <summary><c>\p{L}</c>.</summary>
    Letter = 1,

    /// <summary><c>\p{N}</c>.</summary>
    Number = 2,

    /// <summary><c>\s</c>, line breaks included.</summary>
    Space = 4,

    /// <summary>Carriage return or line feed.</summary>
    LineBreak = 8,

    /// <summary>May stand in the leading run of a cased word: Lu, Lt, Lm, Lo, M.</summary>
    Leading = 16,

    /// <summary>May stand in the trailing run of a cased word: Ll, Lm, Lo, M.</summary>
    Trailing = 32,

    /// <summary>Behind the last code point.</summary>
    End = 64,
}
