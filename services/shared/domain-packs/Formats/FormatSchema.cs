using DialInsight.Contracts.PromptAssembly;

namespace DialInsight.DomainPacks.Formats;

/// <summary>The JSON schema of a format, in the strict subset that structured output understands.</summary>
public static class FormatSchema
{
    /// <summary>
    /// The schema of an object: every field is required and nothing else is allowed; a field that need not be there may be null.
    /// Null for lists, tables and free text, which are not JSON.
    /// </summary>
    public static string? Json(OutputFormat format) => throw new NotImplementedException();
}
