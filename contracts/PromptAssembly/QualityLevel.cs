using System.Text.Json.Serialization;

namespace DialInsight.Contracts.PromptAssembly;

/// <summary>The quality of a label.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<QualityLevel>))]
public enum QualityLevel
{
    /// <summary>Wrong, off the task, or not grounded in the dialogue.</summary>
    Low,

    /// <summary>Usable with corrections.</summary>
    Medium,

    /// <summary>Correct, complete and grounded: usable as it is.</summary>
    High,
}
