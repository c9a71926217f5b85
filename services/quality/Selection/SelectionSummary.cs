using DialInsight.Contracts.PromptAssembly;
using DialInsight.Quality.Judging;
using DialInsight.Quality.Releases;

namespace DialInsight.Quality.Selection;

/// <summary>What a selection came to. Bounded in size, whatever the data set's.</summary>
/// <param name="Most">How many samples were wanted at most.</param>
/// <param name="Similarity">The highest cosine that two released samples may have.</param>
/// <param name="Encoder">What the vectors are made of that were compared.</param>
/// <param name="Accepted">How many samples there were to choose from.</param>
/// <param name="Chosen">How many were chosen.</param>
/// <param name="TooSimilar">How many were passed over because they are too similar to a chosen one.</param>
/// <param name="Beyond">How many rank below the last one that was wanted.</param>
/// <param name="Unscored">How many of the accepted hold no scores: people accepted what the judge had never scored. They rank last.</param>
internal sealed record SelectionSummary(int Most, double Similarity, string Encoder, int Accepted, int Chosen, int TooSimilar, int Beyond, int Unscored)
{
    private const int MostExamples = 12;

    /// <summary>What samples are ranked by.</summary>
    public string Score { get; init; } = "complexity × quality, each the mean of the judge's votes from 1 to 6";

    /// <summary>The mean scores of the accepted that hold some; null where none does.</summary>
    public SampleScores? AcceptedScores { get; init; }

    /// <summary>The mean scores of the chosen that hold some; null where none does.</summary>
    public SampleScores? ChosenScores { get; init; }

    /// <summary>How many of each cell were accepted and chosen, in the order of the release.</summary>
    public IReadOnlyList<SelectedCell> Cells { get; init; } = [];

    /// <summary>Some that were left out, the best of each reason.</summary>
    public IReadOnlyList<LeftOut> Examples { get; init; } = [];

    /// <summary>The summary of a choice.</summary>
    public static SelectionSummary Of(SelectionPolicy policy, string encoder, IReadOnlyList<ReleaseRow> accepted, IReadOnlyList<ReleaseRow> chosen, IReadOnlyList<LeftOut> leftOut)
    {
        ILookup<LeftOutReason, LeftOut> byReason = leftOut.ToLookup(left => left.Reason);
        Dictionary<string, int> chosenByCell = chosen.GroupBy(row => row.CellId).ToDictionary(cell => cell.Key, cell => cell.Count());
        return new SelectionSummary(
            policy.Most, policy.Similarity, encoder, accepted.Count, chosen.Count, byReason[LeftOutReason.TooSimilar].Count(), byReason[LeftOutReason.Beyond].Count(),
            accepted.Count(row => row.Scores is null))
        {
            AcceptedScores = Mean(accepted),
            ChosenScores = Mean(chosen),
            Cells = [.. accepted.GroupBy(row => row.CellId).Select(cell => new SelectedCell(cell.Key, cell.Count(), chosenByCell.GetValueOrDefault(cell.Key)))],
            Examples = [.. byReason.OrderBy(reason => reason.Key).SelectMany(reason => reason.Take(MostExamples / 2))],
        };
    }

    private static SampleScores? Mean(IReadOnlyList<ReleaseRow> rows)
    {
        SampleScores[] scores = [.. rows.Select(row => row.Scores).OfType<SampleScores>()];
        return scores.Length == 0 ? null : new SampleScores(Math.Round(scores.Average(score => score.Complexity), 4), Math.Round(scores.Average(score => score.Quality), 4));
    }
}

/// <summary>What was chosen of a cell.</summary>
/// <param name="CellId">The cell.</param>
/// <param name="Accepted">How many samples of it were accepted.</param>
/// <param name="Chosen">How many of these were chosen.</param>
internal sealed record SelectedCell(string CellId, int Accepted, int Chosen);
