namespace DialInsight.Contracts.PromptAssembly;

/// <summary>How released samples are chosen among the accepted ones: by complexity × quality, the highest first, passing over what is too similar to a chosen one.</summary>
/// <param name="Most">How many samples are released at most; 1 or more.</param>
/// <param name="Similarity">The highest cosine of two released samples, above 0 and below 1.</param>
public sealed record SelectionPolicy(int Most, double Similarity = 0.9);
