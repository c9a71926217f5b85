using System.Globalization;

namespace DialInsight.DomainPacks.Recipes;

/// <summary>A recipe cannot be used. The message is one line per problem: <c>recipe.yaml(12): cells[0].target must be …</c>.</summary>
public sealed class RecipeException : Exception
{
    /// <summary>A recipe that has problems.</summary>
    /// <param name="fileName">The recipe's file, as messages name it.</param>
    /// <param name="problems">The problems, at least one.</param>
    public RecipeException(string fileName, IReadOnlyList<RecipeProblem> problems)
        : base(string.Join('\n', problems.Select(problem => Line(fileName, problem)))) => Problems = problems;

    /// <summary>What is wrong with it, in the order of lines.</summary>
    public IReadOnlyList<RecipeProblem> Problems { get; }

    private static string Line(string fileName, RecipeProblem problem) => problem.Path.Length > 0
        ? string.Create(CultureInfo.InvariantCulture, $"{fileName}({problem.Line}): {problem.Path} {problem.Message}")
        : string.Create(CultureInfo.InvariantCulture, $"{fileName}({problem.Line}): {problem.Message}");
}
