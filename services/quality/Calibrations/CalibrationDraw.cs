using System.Globalization;
using DialInsight.Hosting.Facts;
using DialInsight.Quality.Judging;
using DialInsight.Storage;

namespace DialInsight.Quality.Calibrations;

/// <summary>
/// Draws the blind sample of a run: so many of each cell, at random among what its judge gave a level. None that an earlier calibration had, and none that somebody has reviewed: whoever did has been shown what the judge said.
/// </summary>
internal sealed class CalibrationDraw(
    IDocumentCollection<Calibration> calibrations, FactLog<Judgement> judgements, IDocumentCollection<Sample> samples, TimeProvider time)
{
    /// <summary>Samples of one calibration at most.</summary>
    public const int MostSamples = 2000;

    /// <summary>Draws and keeps a calibration; null when nothing of the run is left to draw.</summary>
    public async Task<Calibration?> DrawAsync(string run, int perCell, string by, CancellationToken cancellationToken)
    {
        (int count, HashSet<string> taken) = await EarlierAsync(run, cancellationToken);
        IReadOnlyDictionary<string, long> cells = await judgements.Collection.CountByAsync(Query.All.Where("run", run), "cell", cancellationToken);
        var drawn = new List<CalibrationSample>();
        string? judge = null;
        foreach (string cell in cells.Keys.Order(StringComparer.Ordinal))
        {
            int of = Math.Min(perCell, MostSamples - drawn.Count);
            judge = await DrawAsync(run, cell, of, judge, taken, drawn, cancellationToken);
        }

        if (judge is null || (await samples.FindAsync(drawn[0].SampleId, cancellationToken))?.Document is not { } first)
            return null;
        var calibration = new Calibration
        {
            Id = "",
            RunId = run,
            Domain = first.Assignment.Domain.Split('@')[0],
            Language = first.Assignment.Language,
            Judge = judge,
            CreatedBy = by,
            CreatedAt = time.GetUtcNow(),
            Samples = drawn,
        };
        for (int number = count + 1; ; number++)
        {
            calibration = calibration with { Id = string.Create(CultureInfo.InvariantCulture, $"{run}-calibration-{number}") };
            if (await calibrations.InsertAsync(calibration, cancellationToken))
                return calibration;
        }
    }

    private async Task<(int Count, HashSet<string> Taken)> EarlierAsync(string run, CancellationToken cancellationToken)
    {
        int count = 0;
        HashSet<string> taken = new(StringComparer.Ordinal);
        await foreach (Versioned<Calibration> calibration in calibrations.StreamAsync(Query.All.Where("run", run), cancellationToken))
        {
            count++;
            taken.UnionWith(calibration.Document.Samples.Select(sample => sample.SampleId));
        }

        return (count, taken);
    }

    /// <summary>Draws of one cell. All samples of a calibration are of one judge: the first one's.</summary>
    private async Task<string?> DrawAsync(
        string run, string cell, int most, string? judge, HashSet<string> taken, List<CalibrationSample> drawn, CancellationToken cancellationToken)
    {
        int before = drawn.Count;
        if (most <= 0)
            return judge;
        // The fixed random order of the judgements makes the first ones a random sample.
        Query inOrder = Query.All.Where("run", run).Where("cell", cell).OrderBy("draw");
        await foreach (Versioned<Judgement> judgement in judgements.Collection.StreamAsync(inOrder, cancellationToken))
        {
            if (judgement.Document.ErasedAt is not null || judgement.Document.Reviewed || taken.Contains(judgement.Document.Id) || ByJudge(judgement.Document) is not { } decision)
                continue;
            judge ??= decision.By;
            if (decision.By != judge)
                continue;
            drawn.Add(new CalibrationSample(judgement.Document.Id, cell, decision.Level!.Value));
            if (drawn.Count - before == most)
                break;
        }

        return judge;
    }

    /// <summary>What the judge's model decided; null where it decided nothing.</summary>
    private static Decision? ByJudge(Judgement judgement) => judgement is { Votes.Count: > 0, Current.Level: not null } ? judgement.Current : null;
}
