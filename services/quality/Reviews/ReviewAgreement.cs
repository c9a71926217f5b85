using DialInsight.Contracts.PromptAssembly;
using DialInsight.Quality.Calibrations;
using DialInsight.Quality.Judging;
using DialInsight.Storage;

namespace DialInsight.Quality.Reviews;

/// <summary>
/// How people's reviews and the judge agree so far. What the judge left undecided comes to review first and has no level of the judge, so that this is no unbiased estimate: a calibration is.
/// </summary>
/// <param name="Reviewed">How many samples people decided on.</param>
/// <param name="Matrix">What they and the judge said, of those that both gave a level: people's first, before they could know the judge's.</param>
/// <param name="Agreement">How far they agree.</param>
internal sealed record ReviewAgreement(int Reviewed, ConfusionMatrix Matrix, Agreement Agreement)
{
    private const int MostRead = 10_000;

    /// <summary>The agreement on a run's samples; of more than 10,000 the first in their random order.</summary>
    /// <param name="judgements">The judgements.</param>
    /// <param name="run">The run; null is all.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async Task<ReviewAgreement> OfAsync(IDocumentCollection<Judgement> judgements, string? run, CancellationToken cancellationToken)
    {
        Query reviewed = Query.All.Where("reviewed", true);
        if (run is not null)
            reviewed = reviewed.Where("run", run);
        int count = 0;
        List<(QualityLevel Person, QualityLevel Judge)> pairs = [];
        await foreach (Versioned<Judgement> judgement in judgements.StreamAsync(reviewed.OrderBy("draw").Take(MostRead), cancellationToken))
        {
            count++;
            Decision[] decisions = [.. judgement.Document.Earlier, judgement.Document.Current];
            if (judgement.Document.Votes.Count > 0
                && Array.Find(decisions, decision => !decision.ByPerson)?.Level is { } judge
                && Array.Find(decisions, decision => decision.ByPerson)?.Level is { } person)
                pairs.Add((person, judge));
        }

        ConfusionMatrix matrix = ConfusionMatrix.Of(pairs);
        return new ReviewAgreement(count, matrix, Agreement.Of(matrix));
    }
}
