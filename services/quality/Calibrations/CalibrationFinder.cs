using DialInsight.Storage;

namespace DialInsight.Quality.Calibrations;

/// <summary>Finds the calibration that a run's judge stands on: the latest complete one of the run itself, else of the same judge, domain and language.</summary>
internal sealed class CalibrationFinder(IDocumentCollection<Calibration> calibrations)
{
    private const int MostLooks = 200;

    /// <summary>The calibration; null when there is none.</summary>
    /// <param name="run">The run.</param>
    /// <param name="domain">Its domain pack, with or without the version.</param>
    /// <param name="language">Its language.</param>
    /// <param name="judges">The models that judged it.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public async Task<CalibrationStanding?> FindAsync(
        string run, string domain, string language, IReadOnlyCollection<string> judges, CancellationToken cancellationToken)
    {
        var complete = new List<Calibration>();
        foreach (string judge in judges)
            complete.AddRange(await OfJudgeAsync(judge, cancellationToken));
        string pack = domain.Split('@')[0];
        Calibration? found = complete.Where(calibration => calibration.RunId == run || (calibration.Domain == pack && calibration.Language == language))
            .OrderByDescending(calibration => calibration.RunId == run).ThenByDescending(calibration => calibration.CompletedAt).FirstOrDefault();
        return found is null ? null : Standing(found, complete);
    }

    /// <summary>A calibration with what changed since its judge's one before.</summary>
    public async Task<CalibrationStanding> StandingAsync(Calibration calibration, CancellationToken cancellationToken) =>
        Standing(calibration, await OfJudgeAsync(calibration.Judge, cancellationToken));

    private static CalibrationStanding Standing(Calibration calibration, IReadOnlyList<Calibration> complete)
    {
        ConfusionMatrix matrix = calibration.Matrix();
        Agreement agreement = Agreement.Of(matrix);
        DateTimeOffset at = calibration.CompletedAt ?? calibration.CreatedAt;
        Calibration? before = complete
            .Where(other => other.Id != calibration.Id && other.Judge == calibration.Judge && other.Domain == calibration.Domain && other.Language == calibration.Language && other.CompletedAt <= at)
            .MaxBy(other => other.CompletedAt);
        CalibrationDrift? drift = before is null ? null : CalibrationDrift.Between(before.Id, Agreement.Of(before.Matrix()), agreement);
        return new CalibrationStanding(calibration.Id, calibration.RunId, calibration.Judge, at, matrix, agreement, drift);
    }

    private async Task<IReadOnlyList<Calibration>> OfJudgeAsync(string judge, CancellationToken cancellationToken)
    {
        var complete = new List<Calibration>();
        Query ofJudge = Query.All.Where("judge", judge).OrderBy("completedAt", descending: true).Take(MostLooks);
        await foreach (Versioned<Calibration> calibration in calibrations.StreamAsync(ofJudge, cancellationToken))
        {
            if (calibration.Document.CompletedAt is not null)
                complete.Add(calibration.Document);
        }

        return complete;
    }
}
