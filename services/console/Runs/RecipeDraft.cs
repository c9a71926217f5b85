using System.Globalization;
using System.Text.RegularExpressions;
using DialInsight.Client.Http;
using DialInsight.Client.Runs;

namespace DialInsight.WebConsole.Runs;

/// <summary>A recipe while it is written.</summary>
/// <param name="Text">YAML or JSON.</param>
public sealed record RecipeDraft(string Text)
{
    /// <summary>Makes starting it repeatable: sent twice, it is one run.</summary>
    public string Id { get; } = $"run-{Guid.NewGuid():N}"[..20];

    /// <summary>What it would take; null where it was not asked, or is not valid.</summary>
    public EstimateView? Estimate { get; init; }

    /// <summary>Why it was refused; null where it was not.</summary>
    public string? Refusal { get; init; }

    /// <summary>What is wrong, in the order of lines.</summary>
    public IReadOnlyList<RecipeProblem> Problems { get; init; } = [];
}

/// <summary>Something that is wrong with a recipe.</summary>
/// <param name="Line">Its line, from 1; 0 where none is known.</param>
/// <param name="Path">The member.</param>
/// <param name="Message">What is wrong.</param>
public sealed record RecipeProblem(int Line, string Path, string Message);

/// <summary>Reads problems as the service tells them: per member, <c>line 12: must be …</c>.</summary>
internal static partial class RecipeProblems
{
    public static IReadOnlyList<RecipeProblem> Of(ServiceException refused) =>
    [
        .. refused.Errors.SelectMany(member => member.Value.Select(text => Read(member.Key, text))).OrderBy(problem => problem.Line),
    ];

    private static RecipeProblem Read(string path, string text) => Line().Match(text) is { Success: true } match
        ? new RecipeProblem(int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), path == "text" ? "" : path, match.Groups[2].Value)
        : new RecipeProblem(0, path, text);

    [GeneratedRegex(@"^line (\d{1,6}): (.*)\z", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Line();
}
