namespace DialInsight.Contracts.PromptAssembly;

/// <summary>One field of an object, or one column of a table.</summary>
public sealed record FormatField
{
    /// <summary>The field's name, exactly as the answer must spell it.</summary>
    public required string Name { get; init; }

    /// <summary>The type of its value.</summary>
    public FormatFieldType Type { get; init; } = FormatFieldType.Text;

    /// <summary>What it holds, in the prompt's language.</summary>
    public string Description { get; init; } = "";

    /// <summary>The values it may take, for <see cref="FormatFieldType.Choice"/>.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Whether it must be there and not be null. A field that is not required may be null where the dialogue does not say.</summary>
    public bool Required { get; init; }

    /// <summary>Whether its value must occur in the dialogue word for word.</summary>
    public bool Quotation { get; init; }
}
