using DialInsight.Contracts.PromptAssembly;

namespace DialInsight.Quality.Calibrations;

/// <summary>How often people and judge gave which levels to the same samples.</summary>
/// <param name="Levels">The levels, in the order of rows and columns.</param>
/// <param name="Counts">A row for each level that people gave; in it a count for each level that the judge gave.</param>
internal sealed record ConfusionMatrix(IReadOnlyList<QualityLevel> Levels, IReadOnlyList<IReadOnlyList<int>> Counts)
{
    private static readonly QualityLevel[] s_levels = [QualityLevel.High, QualityLevel.Medium, QualityLevel.Low];

    /// <summary>Whether people or judge gave one level to all samples: κ is 0 then, or says nothing, whatever their agreement.</summary>
    public bool IsOneSided => Counts.Count(row => row.Sum() > 0) < 2 || Enumerable.Range(0, Levels.Count).Count(column => Counts.Sum(row => row[column]) > 0) < 2;

    /// <summary>The matrix of pairs of levels.</summary>
    public static ConfusionMatrix Of(IReadOnlyCollection<(QualityLevel Person, QualityLevel Judge)> pairs) => new(
        s_levels, [.. s_levels.Select(person => (IReadOnlyList<int>)[.. s_levels.Select(judge => pairs.Count(pair => pair == (person, judge)))])]);
}
