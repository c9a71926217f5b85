using System.Text.Json.Serialization;

namespace DialInsight.Contracts.Ingest;

/// <summary>How a transcript came by its scenario.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ScenarioOrigin>))]
public enum ScenarioOrigin
{
    /// <summary>The record named a scenario of the pack, or an alias of one.</summary>
    Given,

    /// <summary>The pack's keywords decided.</summary>
    Matched,

    /// <summary>Nothing spoke for any scenario: the pack's default.</summary>
    Default,
}
