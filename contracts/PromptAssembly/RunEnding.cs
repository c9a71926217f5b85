using System.Text.Json.Serialization;

namespace DialInsight.Contracts.PromptAssembly;

/// <summary>How a run can end.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<RunEnding>))]
public enum RunEnding
{
    /// <summary>Its data set was released.</summary>
    Released,

    /// <summary>It was completed and the gate refused its data set.</summary>
    Refused,

    /// <summary>Somebody cancelled it.</summary>
    Cancelled,
}
