using DialInsight.DomainPacks.Packs;
using DialInsight.Hosting.Http;

namespace DialInsight.PromptAssembly.Templates;

/// <summary>Template parts over HTTP.</summary>
internal static class TemplateEndpoints
{
    public static void MapTemplates(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/templates", List).WithTags("Templates")
            .WithSummary("The template parts of the loaded domain packs, by domain, language and kind.");

    private static TemplatePartView[] List(IDomainPacks packs, string? domain, string? language, Named<TemplatePartKind>? kind) =>
    [
        .. packs.All
            .Where(pack => domain is null || pack.Name == domain)
            .SelectMany(pack => pack.TemplateParts
                .Where(part => (language is null || part.Language == language) && (kind is null || part.Kind == kind.Value))
                .Select(part => new TemplatePartView(pack.Name, pack.Version, part.Id, part.Kind, part.Language, part.Scenario, part.TaskType, part.Text))),
    ];
}

/// <summary>A template part as callers see it.</summary>
internal sealed record TemplatePartView(
    string Domain, string Version, string Id, TemplatePartKind Kind, string Language, string? Scenario, string? TaskType, string Text);
