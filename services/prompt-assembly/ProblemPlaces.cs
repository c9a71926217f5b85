using DialInsight.DomainPacks.Recipes;

namespace DialInsight.PromptAssembly;

/// <summary>What is wrong in a text, place by place, as problem details show it.</summary>
internal static class ProblemPlaces
{
    public static IReadOnlyDictionary<string, string[]> Of(RecipeException exception) => exception.Problems
        .GroupBy(problem => problem.Path.Length > 0 ? problem.Path : "text")
        .ToDictionary(place => place.Key, place => place.Select(problem => $"line {problem.Line}: {problem.Message}").ToArray());
}
