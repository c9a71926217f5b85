using DialInsight.DomainPacks.Packs;

namespace DialInsight.DomainPacks.Tests;

/// <summary>What the repository ships.</summary>
internal static class Repository
{
    public static readonly string Root = FindRoot();

    private static readonly Lazy<DomainPackSet> Shipped = new(() => DomainPackReader.ReadAll(Path.Combine(Root, "domains")));

    public static DomainPackSet Packs => Shipped.Value;

    public static DomainPack RealEstate => Packs.Find("real-estate")!;

    public static DomainPack CustomerSupport => Packs.Find("customer-support")!;

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DialInsight.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests must run inside the repository: DialInsight.sln was not found.");
    }
}
