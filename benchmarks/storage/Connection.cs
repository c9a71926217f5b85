using DialInsight.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DialInsight.Benchmarks.Storage;

/// <summary>A factory as a service gets it: by the section <c>Storage</c>, so that MongoDB's adapter is found by name.</summary>
internal sealed class Connection(ServiceProvider services) : IAsyncDisposable
{
    // The same for all connections of this process, and new for every process.
    private static readonly string s_database = $"benchmark-{Environment.ProcessId}";

    public IDocumentStore Store { get; } = services.GetRequiredService<IDocumentStoreFactory>().Open(s_database);

    public static Connection Open(params (string Key, string Value)[] settings)
    {
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Storage:{setting.Key}", (string?)setting.Value)))
            .Build();
        return new Connection(new ServiceCollection().AddDocumentStore(configuration).BuildServiceProvider());
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
