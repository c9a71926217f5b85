namespace DialInsight.TextAnalysis.Selection;

/// <summary>What was chosen, and what was passed over for it. Whatever is in neither ranks below the last one that was wanted, and was not looked at.</summary>
/// <param name="Chosen">The indexes of the chosen, in the order they were taken.</param>
/// <param name="PassedOver">Those that are too similar to a chosen one, by rank.</param>
public sealed record DiverseChoice(IReadOnlyList<int> Chosen, IReadOnlyList<PassedOver> PassedOver);

/// <summary>A vector that is too similar to a chosen one.</summary>
/// <param name="Index">Which.</param>
/// <param name="For">Of the chosen ones that rank above it the one that it is most similar to. Equal vectors share the answer: it is that of the best of them.</param>
/// <param name="Cosine">The cosine of the two, above the limit.</param>
public sealed record PassedOver(int Index, int For, float Cosine);
