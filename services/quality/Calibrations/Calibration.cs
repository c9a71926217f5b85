using DialInsight.Contracts.PromptAssembly;
using DialInsight.Storage;

namespace DialInsight.Quality.Calibrations;

/// <summary>A blind sample of a run's judged labels for people to rate, and how far the judge agrees with them.</summary>
internal sealed record Calibration
{
    /// <summary>The collection <c>calibrations</c>.</summary>
    public static CollectionDefinition<Calibration> Definition { get; } = new(
        "calibrations", calibration => calibration.Id, new("run", calibration => calibration.RunId), new("judge", calibration => calibration.Judge),
        new("completedAt", calibration => calibration.CompletedAt), new("createdAt", calibration => calibration.CreatedAt));

    /// <summary>The run and the number of its calibration.</summary>
    public required string Id { get; init; }

    /// <summary>The run.</summary>
    public required string RunId { get; init; }

    /// <summary>The domain pack, without its version.</summary>
    public required string Domain { get; init; }

    /// <summary>The language.</summary>
    public required string Language { get; init; }

    /// <summary>The judge's model.</summary>
    public required string Judge { get; init; }

    /// <summary>Who had it drawn.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>When it was drawn (UTC).</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>What was drawn.</summary>
    public required IReadOnlyList<CalibrationSample> Samples { get; init; }

    /// <summary>When the last level was given (UTC); null while some are open.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>How many have a person's level.</summary>
    public int Rated => Samples.Count(sample => sample.Person is not null);

    /// <summary>What people and judge said of the samples that are rated.</summary>
    public ConfusionMatrix Matrix() => ConfusionMatrix.Of([.. Samples.Where(sample => sample.Person is not null).Select(sample => (sample.Person!.Value, sample.Judge))]);

    /// <summary>The same with other samples; complete once each of them is rated.</summary>
    public Calibration With(IReadOnlyList<CalibrationSample> samples, DateTimeOffset now) => this with
    {
        Samples = samples,
        CompletedAt = samples.Count > 0 && samples.All(sample => sample.Person is not null) ? CompletedAt ?? now : null,
    };
}

/// <summary>A sample of a calibration.</summary>
/// <param name="SampleId">The sample.</param>
/// <param name="CellId">Its cell.</param>
/// <param name="Judge">The judge's level.</param>
/// <param name="Person">The person's; null while nobody has given one.</param>
/// <param name="By">Who gave it.</param>
/// <param name="At">When (UTC).</param>
internal sealed record CalibrationSample(
    string SampleId, string CellId, QualityLevel Judge, QualityLevel? Person = null, string? By = null, DateTimeOffset? At = null);
