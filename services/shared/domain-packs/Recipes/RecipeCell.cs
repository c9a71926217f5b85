namespace DialInsight.DomainPacks.Recipes;

/// <summary>One scenario × task type of a recipe.</summary>
public sealed record RecipeCell
{
    /// <summary>The scenario's id.</summary>
    public required string Scenario { get; init; }

    /// <summary>The task type's id.</summary>
    public required string Task { get; init; }

    /// <summary>How many accepted samples are wanted; 1 to 10,000,000.</summary>
    public required int Target { get; init; }

    /// <summary>How often the cell is drawn against the others; above 0.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>The cell's id, <c>scenario/task-type</c>.</summary>
    public string Id => $"{Scenario}/{Task}";
}
