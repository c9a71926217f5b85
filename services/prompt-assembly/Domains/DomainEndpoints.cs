using DialInsight.Client.Domains;
using DialInsight.DomainPacks.Packs;

namespace DialInsight.PromptAssembly.Domains;

/// <summary>Domain packs over HTTP: what they call things, so that people need not read ids.</summary>
internal static class DomainEndpoints
{
    public static void MapDomains(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/domains", (IDomainPacks packs) => packs.All.Select(Show).ToArray())
            .WithTags("Domains").WithSummary("The loaded domain packs: their scenarios, task types, channels, roles and formats by id, with titles in each language.");

    private static DomainView Show(DomainPack pack) => new(
        pack.Name,
        pack.Version,
        pack.Languages,
        [.. pack.Scenarios.Select(scenario => Titled(scenario.Id, scenario.Title))],
        [.. pack.TaskTypes.Select(task => Titled(task.Id, task.Title))],
        [.. pack.Channels.Select(channel => Titled(channel.Id, channel.Title))],
        [.. pack.Roles.Select(role => Titled(role.Id, role.Title))],
        [.. pack.Formats.GroupBy(format => format.Format.Id).Select(Titled)]);

    private static TitledView Titled(string id, LocalisedText title) => new(id, title.Languages.ToDictionary(language => language, language => title[language]));

    private static TitledView Titled(IGrouping<string, LocalisedFormat> format) => new(
        format.Key, format.Where(language => language.Title is not null).ToDictionary(language => language.Language, language => language.Title!));
}
