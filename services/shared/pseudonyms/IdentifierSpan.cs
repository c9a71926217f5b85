namespace DialInsight.Pseudonyms;

/// <summary>Where personal data stands in a text.</summary>
/// <param name="Start">Of its first code point, in code points from 0.</param>
/// <param name="End">Behind its last code point.</param>
/// <param name="Type">What it is.</param>
public readonly record struct IdentifierSpan(int Start, int End, IdentifierType Type);

/// <summary>Personal data and what stands in its place.</summary>
/// <param name="Start">Of its first code point in the original text, in code points from 0.</param>
/// <param name="End">Behind its last code point in the original text.</param>
/// <param name="Type">What it is.</param>
/// <param name="Surrogate">What replaces it, of the same type and shape.</param>
public readonly record struct ReplacedSpan(int Start, int End, IdentifierType Type, string Surrogate);

/// <summary>A text without its personal data.</summary>
/// <param name="Text">The text with surrogates.</param>
/// <param name="Spans">What was replaced, in the order of the text, without overlaps.</param>
public sealed record PseudonymisedText(string Text, IReadOnlyList<ReplacedSpan> Spans);
