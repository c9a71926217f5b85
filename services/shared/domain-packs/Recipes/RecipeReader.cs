using DialInsight.DomainPacks.Packs;

namespace DialInsight.DomainPacks.Recipes;

/// <summary>Reads recipes and holds them to the rules and to the packs that are there.</summary>
public static class RecipeReader
{
    /// <summary>Reads a recipe.</summary>
    /// <param name="text">YAML or JSON.</param>
    /// <param name="fileName">The name that problems are told with.</param>
    /// <param name="packs">The packs: the recipe's domain, scenarios and task types must be there.</param>
    /// <exception cref="RecipeException">The recipe has problems; every one of them is told, with its line.</exception>
    public static Recipe Read(string text, string fileName, IDomainPacks packs) => throw new NotImplementedException();
}
