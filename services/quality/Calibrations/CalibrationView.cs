using DialInsight.Contracts;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.Quality.Judging;

namespace DialInsight.Quality.Calibrations;

/// <summary>Asks for a calibration.</summary>
/// <param name="Run">The run.</param>
/// <param name="PerCell">How many samples of each cell, 1 to 500; 20 where nothing is said.</param>
internal sealed record CalibrationRequest(string? Run, int PerCell = 20);

/// <summary>A person's level.</summary>
/// <param name="Sample">The sample.</param>
/// <param name="Level">The level.</param>
internal sealed record CalibrationRating(string? Sample, QualityLevel? Level);

/// <summary>A calibration as callers see it. Until it is complete nothing of what the judge said is shown: who still rates must not know.</summary>
/// <param name="Id">Which.</param>
/// <param name="Run">The run.</param>
/// <param name="Judge">The judge's model.</param>
/// <param name="CreatedAt">When it was drawn (UTC).</param>
/// <param name="CreatedBy">Who had it drawn.</param>
/// <param name="Samples">How many samples there are.</param>
/// <param name="Rated">How many people have rated.</param>
/// <param name="CompletedAt">When the last was rated (UTC); null while some are open.</param>
/// <param name="Result">Matrix, κ and drift; null while some are open.</param>
internal sealed record CalibrationView(
    string Id, string Run, string Judge, DateTimeOffset CreatedAt, string CreatedBy, int Samples, int Rated, DateTimeOffset? CompletedAt, CalibrationStanding? Result)
{
    /// <summary>As lists show it.</summary>
    public static CalibrationView Of(Calibration calibration, CalibrationStanding? result = null) => new(
        calibration.Id, calibration.RunId, calibration.Judge, calibration.CreatedAt, calibration.CreatedBy, calibration.Samples.Count, calibration.Rated,
        calibration.CompletedAt, calibration.CompletedAt is null ? null : result);
}

/// <summary>A sample to rate.</summary>
internal sealed record CalibrationItem(
    string Sample, string Domain, string Language, string Instruction, IReadOnlyList<Turn> Turns, OutputFormat Format, string Answer)
{
    /// <summary>The item of a sample, with the labeller's own answer, which is what the judge saw.</summary>
    public static CalibrationItem Of(Sample sample) => new(
        sample.Id, sample.Assignment.Domain, sample.Assignment.Language, sample.Assignment.Instruction, sample.Assignment.Turns, sample.Assignment.Format, sample.Answer);
}
