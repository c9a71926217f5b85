namespace DialInsight.Contracts.PromptAssembly;

/// <summary>What a labelled answer must look like. One definition renders into the prompt, gives the JSON schema and validates the answer.</summary>
public sealed record OutputFormat
{
    /// <summary>The format's id in its domain pack.</summary>
    public required string Id { get; init; }

    /// <summary>The shape of the answer.</summary>
    public required OutputFormatKind Kind { get; init; }

    /// <summary>The fields of an object, or the columns of a table; empty for lists and free text.</summary>
    public IReadOnlyList<FormatField> Fields { get; init; } = [];

    /// <summary>The fewest entries of a list or rows of a table, or characters of free text.</summary>
    public int? Minimum { get; init; }

    /// <summary>The most entries of a list or rows of a table, or characters of free text.</summary>
    public int? Maximum { get; init; }
}
