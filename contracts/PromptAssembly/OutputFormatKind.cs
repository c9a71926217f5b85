using System.Text.Json.Serialization;

namespace DialInsight.Contracts.PromptAssembly;

/// <summary>The shapes an answer can have.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<OutputFormatKind>))]
public enum OutputFormatKind
{
    /// <summary>A JSON object with the named fields.</summary>
    Object,

    /// <summary>A list, one entry a line, each led by <c>- </c>.</summary>
    List,

    /// <summary>A Markdown table with the named columns.</summary>
    Table,

    /// <summary>Prose.</summary>
    Text,
}
