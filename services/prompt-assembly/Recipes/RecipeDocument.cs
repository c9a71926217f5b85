using DialInsight.Storage;

namespace DialInsight.PromptAssembly.Recipes;

/// <summary>One version of a recipe. Never changed: another text under the same name is the next version.</summary>
internal sealed record RecipeDocument
{
    public static readonly CollectionDefinition<RecipeDocument> Definition = new(
        "recipes", recipe => IdOf(recipe.Name, recipe.Version), new IndexedField<RecipeDocument>("name", recipe => recipe.Name));

    public required string Name { get; init; }

    /// <summary>From 1.</summary>
    public required int Version { get; init; }

    /// <summary>The recipe as JSON, every default written out: equal recipes have equal texts.</summary>
    public required string Text { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }

    public static string IdOf(string name, int version) => $"{name}|{version:D6}";
}
