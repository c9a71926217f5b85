using DialInsight.Pseudonyms;

namespace DialInsight.Benchmarks.Pseudonyms.Generated;

/// <summary>Words that a generator puts into a template, and what personal data they are: null where they belong to the business and have to stay.</summary>
internal readonly record struct Planted(string Words, IdentifierType? Type);

/// <summary>A place in a turn where personal data was planted, in code points.</summary>
internal readonly record struct PlantedSpan(int Start, int End, IdentifierType Type, string Shape);

/// <summary>A turn with what was planted in it.</summary>
internal sealed record PlantedTurn(string Text, IReadOnlyList<PlantedSpan> Spans);

/// <summary>A generated dialogue.</summary>
internal sealed record PlantedDialogue(string Language, IReadOnlyList<PlantedTurn> Turns);
