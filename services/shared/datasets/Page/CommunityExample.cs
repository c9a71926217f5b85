namespace DialInsight.Datasets.Page;

/// <summary>A community with excerpts of some members.</summary>
/// <param name="Size">How many samples it holds.</param>
/// <param name="Excerpts">The beginnings of its first members' texts.</param>
public sealed record CommunityExample(int Size, IReadOnlyList<string> Excerpts);
