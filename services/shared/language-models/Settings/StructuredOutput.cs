namespace DialInsight.LanguageModels.Settings;

/// <summary>How an endpoint is asked for JSON that satisfies a schema.</summary>
public enum StructuredOutput
{
    /// <summary>By schema; and where the endpoint refuses that, by instructions in the prompt from then on.</summary>
    Auto,

    /// <summary>By schema (<c>response_format</c> of type <c>json_schema</c>) only.</summary>
    Schema,

    /// <summary>By instructions in the prompt only.</summary>
    Prompt,
}
