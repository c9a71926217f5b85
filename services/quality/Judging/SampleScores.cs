using System.Text.Json.Serialization;
using DialInsight.Datasets.Selection;

namespace DialInsight.Quality.Judging;

/// <summary>What the judge's votes make of a sample as something to learn from: each score is <c>Σ k·p_k</c> over 1 to 6, where p_k is the share of the votes that gave k.</summary>
/// <param name="Complexity">How much is asked of whoever answers.</param>
/// <param name="Quality">How good the labeller's answer is.</param>
internal sealed record SampleScores(double Complexity, double Quality)
{
    /// <summary>The best score; the least is 1.</summary>
    public const int Most = 6;

    /// <summary>What a selection ranks by.</summary>
    [JsonIgnore]
    public double Worth => Complexity * Quality;

    /// <summary>The scores of votes; null where none holds any.</summary>
    public static SampleScores? Of(IReadOnlyList<Vote> votes) => votes.Any(vote => vote is { Complexity: not null, Quality: not null })
        ? new SampleScores(Expected(votes.Select(vote => vote.Complexity)), Expected(votes.Select(vote => vote.Quality)))
        : null;

    private static double Expected(IEnumerable<int?> scores)
    {
        var votes = new double[Most];
        foreach (int score in scores.OfType<int>())
            votes[score - 1]++;
        return SampleSelection.Expected(votes);
    }
}
