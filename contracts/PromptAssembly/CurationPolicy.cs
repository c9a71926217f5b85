using System.Text.Json.Serialization;

namespace DialInsight.Contracts.PromptAssembly;

/// <summary>
/// Who decides the curation gates. <c>curation: manual</c> leaves them to people; <c>curation: automatic</c> takes the default thresholds;
/// a mapping gives them: <c>curation: { minimumScore: 0.6, … }</c>.
/// </summary>
public sealed record CurationPolicy
{
    /// <summary>People decide.</summary>
    public static CurationPolicy Manual { get; } = new() { Automatic = false };

    /// <summary>The default thresholds decide.</summary>
    public static CurationPolicy Thresholds { get; } = new() { Automatic = true };

    /// <summary>Whether the thresholds below decide.</summary>
    public bool Automatic { get; init; }

    /// <summary>The least grounding: the share of an instruction's content words that its scenario, task or dialogue knows, 0 to 1.</summary>
    public double MinimumGrounding { get; init; } = 0.2;

    /// <summary>The largest ROUGE-L F to another instruction of the pool, 0 to 1.</summary>
    public double MaximumSimilarity { get; init; } = 0.7;

    /// <summary>Rounds of evolution, 0 to 10 (Evol-Instruct, arXiv 2304.12244, evolves four times).</summary>
    public int Rounds { get; init; } = 4;

    /// <summary>The share of evolution steps that breed a new instruction (in breadth) rather than make one more demanding (in depth), 0 to 1; null takes
    /// every operator alike.</summary>
    public double? BreadthShare { get; init; }

    /// <summary>As messages name it.</summary>
    [JsonIgnore]
    public string Name => Automatic ? "thresholds" : "manual";
}
