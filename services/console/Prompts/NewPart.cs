using System.Text.Json;
using DialInsight.Client.Templates;
using DialInsight.DomainPacks.Packs;

namespace DialInsight.WebConsole.Prompts;

/// <summary>A template part that somebody adds, as far as it is filled in.</summary>
/// <param name="Part">The part.</param>
/// <param name="Faults">What is wrong with a field: <c>id</c>, <c>kind</c>, <c>for-scenario</c>, <c>for-task</c>.</param>
public sealed record NewPart(TemplateView Part, IReadOnlyDictionary<string, string> Faults)
{
    /// <summary>The kinds, as the service names them.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [.. Enum.GetNames<TemplatePartKind>().Select(JsonNamingPolicy.CamelCase.ConvertName)];

    /// <summary>What a form says.</summary>
    public static NewPart Of(string domain, string language, IFormCollection form) => new(
        Empty(domain, language, form["kind"]) with
        {
            Id = form["id"].ToString().Trim(),
            Scenario = PromptChoice.Given(form["for-scenario"]),
            TaskType = PromptChoice.Given(form["for-task"]),
            Text = PromptChoice.Of(form).Text,
        },
        new Dictionary<string, string>());

    /// <summary>One to begin with: it holds what its kind must hold.</summary>
    public static NewPart Begin(string domain, string language, string? kind)
    {
        TemplateView part = Empty(domain, language, kind);
        TemplatePartKind known = Enum.Parse<TemplatePartKind>(part.Kind, ignoreCase: true);
        string? own = TemplateText.Placeholders(known) is [var first, ..] && TemplateText.Problems(known, "…").Any(problem => problem.Placeholder == first) ? first : null;
        return new NewPart(part with { Text = own is null ? "" : $"{{{{{own}}}}}" }, new Dictionary<string, string>());
    }

    private static TemplateView Empty(string domain, string language, string? kind) =>
        new(domain, "", "", Kinds.Contains(kind) ? kind! : "guidelines", language, null, null, "", 0);
}
