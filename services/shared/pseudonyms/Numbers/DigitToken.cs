namespace DialInsight.Pseudonyms.Numbers;

/// <summary>Digits as one piece of writing gives them: <c>7</c>, <c>七</c>, "seven", "double seven", or a masked one.</summary>
/// <param name="Start">Of its first code point.</param>
/// <param name="End">Behind its last code point.</param>
/// <param name="Value">The digits; <c>*</c> for a masked one, <c>X</c> for the check character of an identity card.</param>
/// <param name="Spoken">Whether it is written as a word or a Chinese numeral.</param>
internal readonly record struct DigitToken(int Start, int End, string Value, bool Spoken);
