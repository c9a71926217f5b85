namespace DialInsight.DomainPacks.Recipes;

/// <summary>Something wrong in a recipe.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Path">Where in the recipe: <c>cells[0].target</c>; empty for the whole.</param>
/// <param name="Message">What is wrong, and what to do about it.</param>
public sealed record RecipeProblem(int Line, string Path, string Message);
