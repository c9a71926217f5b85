using DialInsight.Contracts.PromptAssembly;
using DialInsight.Quality.Judging;
using DialInsight.Quality.Reviews;
using DialInsight.Storage;

namespace DialInsight.Quality.Calibrations;

/// <summary>Gives people the samples of a calibration, one person each, and keeps the levels they give. What the judge said is not shown, and does not change by it.</summary>
internal sealed class Calibrating(
    IDocumentCollection<Calibration> calibrations, IDocumentCollection<Sample> samples, ReviewLeases leases, TimeProvider time)
{
    /// <summary>Leases the next sample that nobody has rated; null when there is none for this person.</summary>
    public async Task<Sample?> NextAsync(string calibration, string person, CancellationToken cancellationToken)
    {
        if ((await calibrations.FindAsync(calibration, cancellationToken))?.Document is not { } found)
            return null;
        foreach (CalibrationSample open in found.Samples.Where(sample => sample.Person is null))
        {
            if (!await leases.TryTakeAsync(Lease(calibration, open.SampleId), person, cancellationToken))
                continue;
            if ((await samples.FindAsync(open.SampleId, cancellationToken))?.Document is { } sample)
                return sample;
            // It was erased since: nobody can rate it.
            await ChangeAsync(calibration, drawn => [.. drawn.Where(entry => entry.SampleId != open.SampleId)], cancellationToken);
        }

        return null;
    }

    /// <summary>Keeps a person's level; giving it again corrects it, until all samples are rated.</summary>
    public async Task<RatingOutcome> RateAsync(string calibration, string sample, QualityLevel level, string person, CancellationToken cancellationToken)
    {
        Calibration? found = (await calibrations.FindAsync(calibration, cancellationToken))?.Document;
        if (found?.Samples.FirstOrDefault(drawn => drawn.SampleId == sample) is not { } entry)
            return RatingOutcome.NotDrawn;
        // From then on everybody can read what the judge said.
        if (found.CompletedAt is not null)
            return RatingOutcome.Complete;
        if ((entry.By is { } by && by != person) || !await leases.TryTakeAsync(Lease(calibration, sample), person, cancellationToken))
            return RatingOutcome.SomebodyElses;
        await ChangeAsync(
            calibration,
            drawn => [.. drawn.Select(other => other.SampleId == sample ? other with { Person = level, By = person, At = time.GetUtcNow() } : other)],
            cancellationToken);
        await leases.ReturnAsync(Lease(calibration, sample), cancellationToken);
        return RatingOutcome.Kept;
    }

    private async Task ChangeAsync(
        string calibration, Func<IReadOnlyList<CalibrationSample>, IReadOnlyList<CalibrationSample>> change, CancellationToken cancellationToken)
    {
        while (await calibrations.FindAsync(calibration, cancellationToken) is { } found)
        {
            Calibration changed = found.Document.With(change(found.Document.Samples), time.GetUtcNow());
            if (await calibrations.ReplaceAsync(changed, found.Version, cancellationToken))
                return;
        }
    }

    private static string Lease(string calibration, string sample) => $"{calibration}:{sample}";
}

/// <summary>What became of a level that was given.</summary>
internal enum RatingOutcome
{
    /// <summary>It is kept.</summary>
    Kept,

    /// <summary>The sample is not of the calibration.</summary>
    NotDrawn,

    /// <summary>Every sample is rated: the judge's levels are known, and a level given now would not be blind.</summary>
    Complete,

    /// <summary>Somebody else rates it, or has.</summary>
    SomebodyElses,
}
