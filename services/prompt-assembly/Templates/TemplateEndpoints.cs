using System.ComponentModel;
using DialInsight.DomainPacks.Packs;
using DialInsight.DomainPacks.Recipes;
using DialInsight.Hosting.Access;
using DialInsight.Hosting.Http;

namespace DialInsight.PromptAssembly.Templates;

/// <summary>Template parts and output formats over HTTP.</summary>
internal static class TemplateEndpoints
{
    private const int Largest = 1 << 20;

    public static void MapTemplates(this IEndpointRouteBuilder endpoints)
    {
        RouteGroupBuilder templates = endpoints.MapGroup("/templates").WithTags("Templates");
        templates.MapGet("/", ListAsync).WithSummary("The template parts of the loaded domain packs as they are now, by domain, language and kind; or, with `retired`, those that were retired, as they were last.");
        templates.MapGet("/{id}", GetAsync).WithSummary("A template part or an output format with all its versions, the newest first.");
        templates.MapPreview();
        templates.MapPut("/", PutAsync).RequireRole(Role.Curator)
            .WithSummary("Edits template parts and output formats: YAML or JSON with domain, language, and parts, formats or retire, as the pack's files spell them.")
            .WithDescription("Each edit is a new version and stays in force over the pack's files. Runs under way keep the versions they began with.")
            .Accepts<string>("application/yaml", "application/x-yaml", "text/yaml", "application/json", "text/plain", "*/*");
    }

    private static async Task<TemplatePartView[]> ListAsync(
        IDomainPacks packs,
        TemplateCatalogue catalogue,
        [Description("The domain pack.")] string? domain,
        [Description("zh or en.")] string? language,
        [Description("The kind of part: scenario-description, role-introduction and so on, as a pack's files name it.")] Named<TemplatePartKind>? kind,
        [Description("Whether the parts that were retired are listed, and they alone.")] bool? retired,
        CancellationToken cancellationToken)
    {
        List<TemplatePartView> views = [];
        foreach (DomainPack known in packs.All.Where(pack => domain is null || pack.Name == domain))
        {
            DomainPack pack = (await catalogue.CurrentAsync(known.Name, cancellationToken))!;
            IEnumerable<TemplatePart> parts = retired == true ? TemplateCatalogue.Retired(known, await catalogue.EditsAsync(known.Name, cancellationToken)) : pack.TemplateParts;
            views.AddRange(parts
                .Where(part => (language is null || part.Language == language) && (kind is null || part.Kind == kind.Value))
                .Select(part => TemplatePartView.Of(pack, part)));
        }

        return [.. views];
    }

    private static async Task<IResult> GetAsync(
        string id,
        IDomainPacks packs,
        TemplateCatalogue catalogue,
        [Description("The domain pack.")] string? domain,
        [Description("zh or en.")] string? language,
        CancellationToken cancellationToken)
    {
        List<TemplateHistoryView> found = [];
        foreach (DomainPack pack in packs.All.Where(pack => domain is null || pack.Name == domain))
        {
            IReadOnlyList<TemplateEditDocument> edits = await catalogue.EditsAsync(pack.Name, cancellationToken);
            found.AddRange(TemplateHistory.Of(pack, id, edits).Where(history => language is null || history.Language == language));
        }

        return found.Count == 0
            ? Problems.NotFound("template-unknown", "No such template", $"There is no template part or output format {id}. GET /templates lists the parts.")
            : TypedResults.Ok(found);
    }

    private static async Task<IResult> PutAsync(
        HttpRequest request, IDomainPacks packs, TemplateCatalogue catalogue, Principal principal, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(request.Body);
        char[] buffer = new char[Largest + 1];
        int read = await reader.ReadBlockAsync(buffer, cancellationToken);
        if (read > Largest)
            return Problems.Invalid("templates-too-large", "The templates are too large", $"Templates may have at most {Largest} characters in one request.");

        try
        {
            Dictionary<string, DomainPack> current = new(StringComparer.Ordinal);
            foreach (DomainPack pack in packs.All)
                current[pack.Name] = (await catalogue.CurrentAsync(pack.Name, cancellationToken))!;
            TemplateEdits edits = TemplateReader.Read(new string(buffer, 0, read), name => current.GetValueOrDefault(name));
            await catalogue.KeepAsync(edits, principal.Name, cancellationToken);
            string[] ids = [.. edits.Parts.Select(part => part.Id), .. edits.Formats.Select(format => format.Format.Id), .. edits.Retired];
            IReadOnlyList<TemplateEditDocument> all = await catalogue.EditsAsync(edits.Domain, cancellationToken);

            // So that the audit names what was edited.
            request.HttpContext.Response.Headers.Location = $"/templates/{ids[0]}";
            return TypedResults.Ok(ids.SelectMany(id => TemplateHistory.Of(packs.Find(edits.Domain)!, id, all)).Where(history => history.Language == edits.Language).ToArray());
        }
        catch (RecipeException exception)
        {
            return Problems.Invalid("templates-invalid", "The templates are not valid", exception.Message, ProblemPlaces.Of(exception));
        }
    }
}
