using System.Globalization;
using System.Text.RegularExpressions;
using DialInsight.Client.Http;
using DialInsight.WebConsole.Layout;

namespace DialInsight.WebConsole.Runs;

/// <summary>Something that is wrong with a recipe.</summary>
/// <param name="Line">Its line, from 1; 0 where none is known.</param>
/// <param name="Path">The member, <c>cells[0].target</c>; empty for the whole.</param>
/// <param name="Message">What is wrong.</param>
public sealed record RecipeProblem(int Line, string Path, string Message);

/// <summary>Reads problems as the service tells them: per member, <c>line 12: must be …</c>.</summary>
internal static partial class RecipeProblems
{
    public static IReadOnlyList<RecipeProblem> Of(ServiceException refused, Visit visit) =>
    [
        .. refused.Errors.SelectMany(member => member.Value.Select(text => Read(member.Key, text, visit))).OrderBy(problem => problem.Line),
    ];

    private static RecipeProblem Read(string path, string text, Visit visit) => Line().Match(text) is { Success: true } match
        ? new RecipeProblem(int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), path == "text" ? "" : path, visit.Say(match.Groups[2].Value))
        : new RecipeProblem(0, path, visit.Say(text));

    [GeneratedRegex(@"^line (\d{1,6}): (.*)\z", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Line();
}
