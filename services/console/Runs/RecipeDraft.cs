using DialInsight.Client.Runs;
using DialInsight.DomainPacks.Recipes;

namespace DialInsight.WebConsole.Runs;

/// <summary>A recipe while it is written.</summary>
/// <param name="Text">YAML or JSON.</param>
public sealed record RecipeDraft(string Text)
{
    // Read once: every field of the page looks into it.
    private readonly EditableRecipe? _recipe = EditableRecipe.Parse(Text);

    /// <summary>Makes starting it repeatable: sent twice, it is one run.</summary>
    public string Id { get; } = $"run-{Guid.NewGuid():N}"[..20];

    /// <summary>Whether it is shown as fields; what is no mapping is shown as text all the same.</summary>
    public bool AsFields { get; init; } = true;

    /// <summary>The text by its places; null where it is shown as text.</summary>
    public EditableRecipe? Fields => AsFields ? _recipe : null;

    /// <summary>The domain that it names; null where it names none, or cannot be read.</summary>
    public string? Domain => _recipe?.Value("domain");

    /// <summary>Which of its cells was added just now; null where none was.</summary>
    public int? NewCell { get; init; }

    /// <summary>What it would take; null where it was not asked, or is not valid.</summary>
    public EstimateView? Estimate { get; init; }

    /// <summary>Why it was refused; null where it was not.</summary>
    public string? Refusal { get; init; }

    /// <summary>What is wrong, in the order of lines.</summary>
    public IReadOnlyList<RecipeProblem> Problems { get; init; } = [];

    /// <summary>What is wrong with the value at a place, in words; null where nothing is.</summary>
    public string? ProblemAt(string path) =>
        Problems.Where(problem => problem.Path == path).Select(problem => problem.Message).ToArray() is { Length: > 0 } messages ? string.Join(" ", messages) : null;
}
