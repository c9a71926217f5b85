namespace DialInsight.Client.Releases;

/// <summary>What two releases have in common.</summary>
/// <param name="From">The first release.</param>
/// <param name="To">The second.</param>
/// <param name="Added">Samples that only the second holds.</param>
/// <param name="Removed">Samples that only the first holds.</param>
/// <param name="Changed">Samples of one transcript, instruction and task in both, with different answers.</param>
/// <param name="Unchanged">How many are the same in both.</param>
/// <param name="Metrics">The headline measures of both.</param>
public sealed record ReleaseDiff(
    string From, string To, SampleChanges Added, SampleChanges Removed, SampleChanges Changed, int Unchanged, IReadOnlyDictionary<string, MeasureChange> Metrics)
{
    /// <summary>The richness of both at equal size; null where it cannot be compared.</summary>
    public EqualSize? Richness { get; init; }

    /// <summary>The gates of both, measure by measure.</summary>
    public IReadOnlyList<GateChange> Gate { get; init; } = [];

    /// <summary>The calibrations that both stand on.</summary>
    public CalibrationChange Calibration { get; init; } = new(null, null);
}

/// <summary>Samples that differ.</summary>
/// <param name="Count">How many.</param>
/// <param name="Samples">Their ids, the first thousand.</param>
public sealed record SampleChanges(int Count, IReadOnlyList<string> Samples);

/// <summary>A measure in two releases; null where one does not have it.</summary>
/// <param name="From">In the first.</param>
/// <param name="To">In the second.</param>
public sealed record MeasureChange(double? From, double? To);

/// <summary>The richness of two data sets at equal size: it falls as samples are added, so that only parts of one size compare.</summary>
/// <param name="Size">Samples of a part.</param>
/// <param name="Draws">How many parts of each.</param>
/// <param name="From">Of the first one's parts.</param>
/// <param name="To">Of the second one's.</param>
public sealed record EqualSize(int Size, int Draws, RichnessIntervals From, RichnessIntervals To);

/// <summary>Richness by text.</summary>
/// <param name="Prompt">Of the prompts.</param>
/// <param name="Input">Of the dialogues.</param>
/// <param name="Target">Of the answers.</param>
public sealed record RichnessIntervals(RichnessInterval Prompt, RichnessInterval Input, RichnessInterval Target);

/// <summary>The richness of a data set's parts.</summary>
/// <param name="Mean">The mean over the parts.</param>
/// <param name="Low">The lower end of the 95 % interval.</param>
/// <param name="High">The upper end.</param>
public sealed record RichnessInterval(double Mean, double Low, double High)
{
    /// <summary>Whether all of this interval lies above all of another.</summary>
    public bool IsAbove(RichnessInterval other) => Low > other.High;
}

/// <summary>A measure against the gates of two releases; null where one was not held to it.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="From">In the first.</param>
/// <param name="To">In the second.</param>
public sealed record GateChange(string Measure, GateSide? From, GateSide? To);

/// <summary>A measure against one gate.</summary>
/// <param name="Required">What the gate asked for; null where the recipe asked for nothing.</param>
/// <param name="Actual">What was measured.</param>
/// <param name="Passed">Whether it was enough.</param>
public sealed record GateSide(double? Required, double Actual, bool Passed);

/// <summary>The calibrations of two releases; null where a judge had none.</summary>
/// <param name="From">Of the first.</param>
/// <param name="To">Of the second.</param>
public sealed record CalibrationChange(CalibrationSummary? From, CalibrationSummary? To);
