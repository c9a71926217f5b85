using DialInsight.DomainPacks.Packs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace DialInsight.DomainPacks.Tests.Packs;

public sealed class DomainPackServicesTests
{
    [Fact]
    public async Task A_broken_pack_stops_the_start_with_file_and_line()
    {
        using PackFolder folder = new();
        folder.Replace("scenarios.yaml", "weight: 2", "weight: none");
        using IHost host = HostWith(folder.Path);

        OptionsValidationException problem = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        Assert.StartsWith($"{Path.Combine(folder.Path, "scenarios.yaml")}(2): ", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pack_folder_and_a_folder_of_pack_folders_can_be_configured()
    {
        using PackFolder folder = new();
        using IHost one = HostWith(folder.Path);
        using IHost all = HostWith(Path.Combine(Repository.Root, "domains"));

        Assert.Equal(["bakery"], one.Services.GetRequiredService<IDomainPacks>().All.Select(pack => pack.Name));
        Assert.NotNull(all.Services.GetRequiredService<IDomainPacks>().Find("real-estate@0.0.1"));
    }

    [Fact]
    public void Without_the_setting_the_folder_above_the_application_is_found()
    {
        using IHost host = HostWith(null);

        Assert.NotNull(host.Services.GetRequiredService<IDomainPacks>().Find("customer-support"));
    }

    [Fact]
    public void A_folder_that_is_not_there_and_one_without_packs_are_told()
    {
        string empty = Directory.CreateTempSubdirectory("dialinsight-").FullName;

        Assert.Contains("there is no such folder", Assert.Throws<DomainPackException>(() => DomainFolder.Locate("/no/such", empty)).Message, StringComparison.Ordinal);
        Assert.Contains("there is no domain pack here", Assert.Throws<DomainPackException>(() => DomainPackReader.ReadAll(empty)).Message, StringComparison.Ordinal);
        Directory.Delete(empty);
    }

    [Fact]
    public void Two_packs_of_one_name_are_refused()
    {
        using PackFolder first = new();
        using PackFolder second = new();
        string both = Directory.CreateTempSubdirectory("dialinsight-").FullName;
        Directory.CreateSymbolicLink(Path.Combine(both, "a"), first.Path);
        Directory.CreateSymbolicLink(Path.Combine(both, "b"), second.Path);

        DomainPackException problem = Assert.Throws<DomainPackException>(() => DomainPackReader.ReadAll(both));

        Assert.Contains("name \"bakery\" is another pack's already", problem.Message, StringComparison.Ordinal);
        Directory.Delete(both, recursive: true);
    }

    private static IHost HostWith(string? path)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Domain:Path"] = path });
        builder.Services.AddDomainPacks(builder.Configuration).AddDomainPacks(builder.Configuration);
        return builder.Build();
    }
}
