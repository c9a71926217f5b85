using DialInsight.Contracts.PromptAssembly;

namespace DialInsight.Quality.Judging;

/// <summary>What several votes come to.</summary>
internal static class Majority
{
    /// <summary>
    /// The level that more than half of the votes asked for went to; null when there is none. Votes that could not be read count as asked
    /// for, so that one readable vote of three decides nothing by itself.
    /// </summary>
    public static QualityLevel? Of(IReadOnlyList<Vote> votes) => votes
        .Where(vote => vote.Level is not null)
        .GroupBy(vote => vote.Level)
        .Where(level => level.Count() * 2 > votes.Count)
        .Select(level => level.Key)
        .FirstOrDefault();
}
