using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DialInsight.Storage.Tests;

public sealed class StorageServicesTests
{
    [Fact]
    public async Task Without_settings_documents_are_kept_by_SQLite_in_the_data_folder()
    {
        await using ServiceProvider services = Build();
        Assert.Equal(new StorageOptions { Provider = "SQLite", Path = "./data" }, services.GetRequiredService<IOptions<StorageOptions>>().Value);
        Assert.NotNull(services.GetRequiredService<IDocumentStoreFactory>());
    }

    [Fact]
    public async Task Every_module_may_register_and_all_share_one_factory()
    {
        await using var place = new SqlitePlace();
        await using ServiceProvider services = Build(("Storage:Path", place.Folder), ("Storage:Provider", "sqlite"));
        IDocumentStore store = services.GetRequiredService<IDocumentStoreFactory>().Open("ingest");
        await store.CheckAsync(TestContext.Current.CancellationToken);
        Assert.True(File.Exists(Path.Combine(place.Folder, "ingest.db")));
        Assert.Single(services.GetServices<IDocumentStoreFactory>());
    }

    [Theory]
    [InlineData("Storage:Provider", "Oracle", "SQLite or MongoDB")]
    [InlineData("Storage:Path", " ", "Storage:Path is empty")]
    [InlineData("Storage:Path", "/dev/null/data", "where no file can be written")]
    [InlineData("Storage:Pfad", "x", "Storage:Pfad is no setting")]
    [InlineData("Storage:Provider", "MongoDB", "-p:WithMongoDB=true")]
    public async Task Wrong_settings_are_refused_in_one_line(string key, string value, string message)
    {
        await using ServiceProvider services = Build((key, value), ("Storage:ConnectionString", "mongodb://user:secret@host"));
        var error = Assert.Throws<OptionsValidationException>(services.GetRequiredService<IDocumentStoreFactory>);
        string failure = Assert.Single(error.Failures);
        Assert.Contains(message, failure, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
        Assert.Throws<OptionsValidationException>(services.GetRequiredService<IStartupValidator>().Validate);
    }

    private static ServiceProvider Build(params (string Key, string Value)[] settings)
    {
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
            .Build();
        return new ServiceCollection().AddDocumentStore(configuration).AddDocumentStore(configuration).BuildServiceProvider();
    }
}
