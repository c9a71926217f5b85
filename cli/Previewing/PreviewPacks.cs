using DialInsight.DomainPacks.Packs;

namespace DialInsight.Cli.Previewing;

/// <summary>The packs that a preview looks in: those of <c>Domain__Path</c> or the shipped ones, or the folder that is named.</summary>
internal static class PreviewPacks
{
    private const string Variable = "Domain__Path";

    /// <summary>The packs, and the name of the one that was asked for.</summary>
    /// <exception cref="PreviewException">There is none of that name.</exception>
    /// <exception cref="DomainPackException">A pack has problems.</exception>
    public static (DomainPackSet Packs, string? Domain) Find(string? domain)
    {
        if (domain is not null && Directory.Exists(domain))
        {
            DomainPackSet own = DomainPackReader.ReadAll(domain);
            return (own, own.All.Count == 1 ? own.All[0].Name : null);
        }

        DomainPackSet packs = DomainPackReader.ReadAll(DomainFolder.Locate(Environment.GetEnvironmentVariable(Variable), AppContext.BaseDirectory));
        return domain is null
            ? (packs, null)
            : (packs, packs.Find(domain)?.Name ?? throw new PreviewException($"there is no domain pack {domain}: give a pack's folder, or one of {string.Join(", ", packs.All.Select(pack => pack.Name))}"));
    }
}
