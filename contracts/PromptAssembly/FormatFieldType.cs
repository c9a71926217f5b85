using System.Text.Json.Serialization;

namespace DialInsight.Contracts.PromptAssembly;

/// <summary>The types a field's value can have.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<FormatFieldType>))]
public enum FormatFieldType
{
    /// <summary>A string.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>One of the named values.</summary>
    Choice,

    /// <summary>An array of strings.</summary>
    TextList,
}
