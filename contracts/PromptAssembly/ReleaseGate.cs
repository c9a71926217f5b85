namespace DialInsight.Contracts.PromptAssembly;

/// <summary>What a data set must reach to be released. A measure that is null is not asked for.</summary>
public sealed record ReleaseGate
{
    /// <summary>The least share of the asked-for samples that were accepted, 0 to 1.</summary>
    public double MinimumFill { get; init; } = 1.0;

    /// <summary>The least richness R_k over the accepted samples, 0 to 1.</summary>
    public RichnessFloor MinimumRichness { get; init; } = new();

    /// <summary>The least share of high levels over all judged samples, 0 to 1.</summary>
    public double? MinimumHigh { get; init; }

    /// <summary>The largest share of unjudged samples over all labelled ones, 0 to 1.</summary>
    public double? MaximumUnjudged { get; init; }

    /// <summary>The largest shares of samples that leak personal data, or from one part of the split to another.</summary>
    public LeakageCeiling MaximumLeakage { get; init; } = new();
}
