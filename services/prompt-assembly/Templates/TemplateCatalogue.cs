using System.Text.Json;
using DialInsight.DomainPacks.Packs;
using DialInsight.Storage;

namespace DialInsight.PromptAssembly.Templates;

/// <summary>The domain packs with the edits that were made to their templates over the API. Edits stay in force over the pack's files until they are edited again.</summary>
internal sealed class TemplateCatalogue(PromptAssemblyStore store, IDomainPacks packs, TimeProvider time)
{
    /// <summary>Every version of every edit of a pack, oldest first.</summary>
    public async Task<IReadOnlyList<TemplateEditDocument>> EditsAsync(string domain, CancellationToken cancellationToken)
    {
        List<TemplateEditDocument> edits = [];
        await foreach (Versioned<TemplateEditDocument> edit in store.TemplateEdits.StreamAsync(Query.All.Where("domain", domain), cancellationToken))
            edits.Add(edit.Document);
        return edits;
    }

    /// <summary>Which version of each edited part and format is in force now: what a run keeps to from its start on.</summary>
    public async Task<IReadOnlyDictionary<string, int>> VersionsAsync(string domain, CancellationToken cancellationToken) =>
        Latest(await EditsAsync(domain, cancellationToken)).ToDictionary(edit => edit.Key, edit => edit.Version);

    /// <summary>A pack as it is now; null where there is none.</summary>
    public async Task<DomainPack?> CurrentAsync(string name, CancellationToken cancellationToken) =>
        packs.Find(name) is { } pack ? Apply(pack, Latest(await EditsAsync(pack.Name, cancellationToken))) : null;

    /// <summary>A pack with these versions of its edits.</summary>
    /// <exception cref="InvalidOperationException">This process was started without the pack.</exception>
    public async Task<DomainPack> AtAsync(string name, IReadOnlyDictionary<string, int> versions, CancellationToken cancellationToken)
    {
        DomainPack pack = packs.Find(name) ?? throw new InvalidOperationException($"The domain pack {name} is not loaded in this process.");
        return versions.Count == 0
            ? pack
            : Apply(pack, (await EditsAsync(pack.Name, cancellationToken)).Where(edit => versions.GetValueOrDefault(edit.Key) == edit.Version));
    }

    /// <summary>The parts that were retired, as they were last.</summary>
    /// <param name="pack">The pack as its files have it.</param>
    /// <param name="edits">Every version of its edits.</param>
    public static IEnumerable<TemplatePart> Retired(DomainPack pack, IReadOnlyList<TemplateEditDocument> edits) =>
        Latest(edits).Where(edit => edit.IsRetirement)
            .Select(retirement => edits.Where(edit => edit.Key == retirement.Key && edit.Part is not null).MaxBy(edit => edit.Version)?.Part
                ?? pack.TemplateParts.FirstOrDefault(part => part.Id == retirement.Name && part.Language == retirement.Language))
            .OfType<TemplatePart>();

    /// <summary>Keeps edits as the next versions. What is as it was stays the version it is.</summary>
    public async Task KeepAsync(TemplateEdits edits, string by, CancellationToken cancellationToken)
    {
        TemplateEditDocument[] wanted =
        [
            .. edits.Parts.Select(part => Edit(edits, part.Id, by) with { Part = part }),
            .. edits.Retired.Select(id => Edit(edits, id, by)),
            .. edits.Formats.Select(format => Edit(edits, format.Format.Id, by) with { Format = format, IsFormat = true }),
        ];
        foreach (TemplateEditDocument edit in wanted)
            await KeepAsync(edit, cancellationToken);
    }

    private async Task KeepAsync(TemplateEditDocument edit, CancellationToken cancellationToken)
    {
        while (true)
        {
            TemplateEditDocument? latest = Latest(await EditsAsync(edit.Domain, cancellationToken)).FirstOrDefault(known => known.Key == edit.Key);
            if (latest is not null && IsSame(latest, edit))
                return;

            int version = (latest?.Version ?? 0) + 1;
            var next = edit with { Version = version, Part = edit.Part is { } part ? part with { Edition = version } : null, Format = edit.Format is { } format ? format with { Edition = version } : null };
            if (await store.TemplateEdits.InsertAsync(next, cancellationToken))
                return;
        }
    }

    private TemplateEditDocument Edit(TemplateEdits edits, string name, string by) => new()
    {
        Domain = edits.Domain,
        Language = edits.Language,
        Name = name,
        Version = 0,
        By = by,
        At = time.GetUtcNow(),
        Over = packs.Find(edits.Domain)!.Version,
    };

    private static bool IsSame(TemplateEditDocument a, TemplateEditDocument b) => Content(a) == Content(b);

    private static string Content(TemplateEditDocument edit) => JsonSerializer.Serialize(
        new { Part = edit.Part is { } part ? part with { Edition = 0 } : null, Format = edit.Format is { } format ? format with { Edition = 0 } : null });

    private static IEnumerable<TemplateEditDocument> Latest(IEnumerable<TemplateEditDocument> edits) =>
        edits.GroupBy(edit => edit.Key).Select(versions => versions.MaxBy(edit => edit.Version)!);

    private static DomainPack Apply(DomainPack pack, IEnumerable<TemplateEditDocument> edits)
    {
        foreach (IGrouping<string, TemplateEditDocument> language in edits.GroupBy(edit => edit.Language))
        {
            pack = new TemplateEdits(
                pack.Name,
                language.Key,
                [.. language.Select(edit => edit.Part).OfType<TemplatePart>()],
                [.. language.Select(edit => edit.Format).OfType<LocalisedFormat>()],
                [.. language.Where(edit => edit.IsRetirement).Select(edit => edit.Name)]).ApplyTo(pack);
        }

        return pack;
    }
}
