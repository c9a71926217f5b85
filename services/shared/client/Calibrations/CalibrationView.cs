using DialInsight.Contracts;
using DialInsight.Contracts.PromptAssembly;

namespace DialInsight.Client.Calibrations;

/// <summary>A blind sample of a run's labels for people to rate. Until it is complete nothing of what the judge said is told.</summary>
/// <param name="Id">Which.</param>
/// <param name="Run">The run.</param>
/// <param name="Judge">The judge's model.</param>
/// <param name="CreatedAt">When it was drawn (UTC).</param>
/// <param name="CreatedBy">Who had it drawn.</param>
/// <param name="Samples">How many samples there are.</param>
/// <param name="Rated">How many people have rated.</param>
/// <param name="CompletedAt">When the last was rated (UTC); null while some are open.</param>
/// <param name="Result">What came of it; null while some are open, and in lists.</param>
public sealed record CalibrationView(
    string Id, string Run, string Judge, DateTimeOffset CreatedAt, string CreatedBy, int Samples, int Rated, DateTimeOffset? CompletedAt, CalibrationResult? Result);

/// <summary>What came of a calibration.</summary>
/// <param name="Matrix">What people and judge said.</param>
/// <param name="Agreement">How far they agree.</param>
/// <param name="Drift">What changed since the judge's calibration before; null for its first.</param>
public sealed record CalibrationResult(LevelMatrix Matrix, KappaView Agreement, DriftView? Drift);

/// <summary>How often people and judge gave which levels to the same samples.</summary>
/// <param name="Levels">The levels, in the order of rows and columns.</param>
/// <param name="Counts">A row for each level that people gave; in it a count for each level that the judge gave.</param>
public sealed record LevelMatrix(IReadOnlyList<string> Levels, IReadOnlyList<IReadOnlyList<int>> Counts);

/// <summary>Agreement of two raters, Cohen's κ.</summary>
/// <param name="Samples">How many samples both rated.</param>
/// <param name="Observed">The share that they agree on, 0 to 1.</param>
/// <param name="Expected">What chance alone would give, 0 to 1.</param>
/// <param name="Kappa">κ, at most 1; null where it says nothing.</param>
/// <param name="StandardError">Its standard error; null where κ is.</param>
/// <param name="Low">The lower end of its 95 % interval.</param>
/// <param name="High">The upper end.</param>
public sealed record KappaView(int Samples, double Observed, double Expected, double? Kappa, double? StandardError, double? Low, double? High);

/// <summary>How the agreement moved between two calibrations of one judge.</summary>
/// <param name="Since">The earlier calibration.</param>
/// <param name="Change">κ now less κ then; null where one of them says nothing.</param>
/// <param name="Deviation">The change in standard errors of the difference; null where that says nothing.</param>
/// <param name="Drifted">Whether it is more than chance gives in 95 of 100 cases.</param>
public sealed record DriftView(string Since, double? Change, double? Deviation, bool Drifted);

/// <summary>A sample to rate.</summary>
/// <param name="Sample">The sample's id.</param>
/// <param name="Language">Its language.</param>
/// <param name="Instruction">The instruction.</param>
/// <param name="Turns">The dialogue.</param>
/// <param name="Format">What the answer must look like.</param>
/// <param name="Answer">The answer, as the judge saw it.</param>
/// <param name="Domain">The domain pack and its version, <c>name@version</c>; null where the service does not tell.</param>
public sealed record CalibrationItem(string Sample, string Language, string Instruction, IReadOnlyList<Turn> Turns, OutputFormat Format, string Answer, string? Domain = null);

/// <summary>A page of calibrations.</summary>
/// <param name="Items">The calibrations.</param>
/// <param name="NextCursor">Where the next page begins; null when there is none.</param>
public sealed record CalibrationPage(IReadOnlyList<CalibrationView> Items, string? NextCursor);
