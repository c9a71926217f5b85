using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DialInsight.Storage.MongoDB.Tests;

/// <summary>What needs no server.</summary>
public sealed class SettingsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_build_that_holds_the_adapter_finds_it_by_name()
    {
        await using ServiceProvider services = Build("mongodb://user:secret@host");
        Assert.IsType<MongoDocumentStoreFactory>(services.GetRequiredService<IDocumentStoreFactory>());
    }

    [Theory]
    [InlineData("host:27017")]
    [InlineData("http://user:secret@host")]
    [InlineData("mongodb://user:secret:secret@@host")]
    [InlineData("mongodb://user:secret@host/?retryWrites=perhaps")]
    public async Task What_is_no_connection_string_is_told_in_one_line_without_the_password(string connectionString)
    {
        await using ServiceProvider services = Build(connectionString);
        var error = Assert.Throws<OptionsValidationException>(services.GetRequiredService<IDocumentStoreFactory>);
        Assert.StartsWith("Storage:ConnectionString is not", Assert.Single(error.Failures), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_away_is_no_reason_to_fail_before_the_first_use_and_an_IOException_then()
    {
        using var factory = new MongoDocumentStoreFactory(new StorageOptions { ConnectionString = "mongodb://user:secret@127.0.0.1:9/?serverSelectionTimeoutMS=200" });
        IDocumentStore store = factory.Open("away");
        IDocumentCollection<string> texts = store.Collection(new CollectionDefinition<string>("texts", text => text));
        var error = await Assert.ThrowsAsync<IOException>(() => store.CheckAsync(Cancellation));
        Assert.Equal("MongoDB's database 'dialinsight-away' cannot be reached: 127.0.0.1:9 (Connection refused).", error.Message);
        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
        await Assert.ThrowsAsync<IOException>(() => texts.InsertAsync("a", Cancellation));
        await Assert.ThrowsAsync<IOException>(() => texts.PageAsync(Query.All, null, 1, Cancellation));
    }

    [Fact]
    public async Task A_server_of_another_replica_set_is_told_as_that()
    {
        using var server = new ReplicaSetMember("rs0");
        using var factory = new MongoDocumentStoreFactory(new StorageOptions { ConnectionString = $"mongodb://user:secret@{server.Address}/?replicaSet=rs1&serverSelectionTimeoutMS=2000" });
        var error = await Assert.ThrowsAsync<IOException>(() => factory.Open("other").CheckAsync(Cancellation));
        Assert.Equal(
            $"MongoDB's database 'dialinsight-other' cannot be reached: {server.Address} is no member of the replica set 'rs1'; correct or leave out replicaSet in Storage:ConnectionString.",
            error.Message);
    }

    [Fact]
    public async Task Readiness_does_not_wait_as_long_as_a_write()
    {
        using var factory = new MongoDocumentStoreFactory(new StorageOptions { ConnectionString = "mongodb://127.0.0.1:9/?serverSelectionTimeoutMS=600000" });
        await Assert.ThrowsAsync<IOException>(() => factory.Open("away").CheckAsync(Cancellation));
    }

    [Fact]
    public void A_name_that_is_too_long_with_its_beginning_is_refused()
    {
        using var factory = new MongoDocumentStoreFactory(new StorageOptions { ConnectionString = $"mongodb://host/{new string('x', 60)}" });
        Assert.Throws<ArgumentException>(() => factory.Open("ingest"));
    }

    private static ServiceProvider Build(string connectionString)
    {
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Storage:Provider"] = "MongoDB", ["Storage:ConnectionString"] = connectionString })
            .Build();
        return new ServiceCollection().AddDocumentStore(configuration).BuildServiceProvider();
    }
}
