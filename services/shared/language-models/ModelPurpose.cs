namespace DialInsight.LanguageModels;

/// <summary>What model calls are for; spend is kept by it.</summary>
public static class ModelPurpose
{
    /// <summary>New instructions for a cell.</summary>
    public const string Seed = "seed";

    /// <summary>An instruction made better, or a new one bred from it.</summary>
    public const string Evolve = "evolve";

    /// <summary>Format, guidelines and instruction merged into one narrative.</summary>
    public const string Merge = "merge";

    /// <summary>An answer to a prompt.</summary>
    public const string Label = "label";

    /// <summary>The same, with the errors of the first answer named.</summary>
    public const string Repair = "repair";

    /// <summary>A verdict on a label.</summary>
    public const string Judge = "judge";

    /// <summary>Texts turned into vectors.</summary>
    public const string Embed = "embed";
}
