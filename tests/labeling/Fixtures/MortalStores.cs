using DialInsight.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DialInsight.Labeling.Tests.Fixtures;

/// <summary>
/// The stores of a process that dies at one of the writes that an attempt's life consists of: that write is made or not, and the process neither writes nor reads
/// after it.
/// </summary>
internal sealed class MortalStores(IDocumentStoreFactory inner, int fatalWrite, bool isMade) : IDocumentStoreFactory, IAsyncDisposable
{
    private static readonly HashSet<string> s_life = ["labels", "purchases", "answers"];
    private int _writes;

    /// <summary>Whether the process has died.</summary>
    public bool AreDead { get; private set; }

    /// <summary>Puts them in the place of a host's stores.</summary>
    public static void Replace(IServiceCollection services, int fatalWrite, bool isMade)
    {
        ServiceDescriptor stores = services.Last(service => service.ServiceType == typeof(IDocumentStoreFactory));
        services.AddSingleton(provider => new MortalStores((IDocumentStoreFactory)stores.ImplementationFactory!(provider), fatalWrite, isMade));
        services.AddSingleton<IDocumentStoreFactory>(provider => provider.GetRequiredService<MortalStores>());
    }

    public IDocumentStore Open(string database) => new Store(inner.Open(database), this);

    public async ValueTask DisposeAsync()
    {
        if (inner is IAsyncDisposable file)
            await file.DisposeAsync();
        else
            (inner as IDisposable)?.Dispose();
    }

    private T Alive<T>(T target) => AreDead ? throw new IOException("The process is dead.") : target;

    private async Task<T> WriteAsync<T>(string collection, Func<Task<T>> write)
    {
        if (s_life.Contains(collection) && Interlocked.Increment(ref _writes) == fatalWrite)
        {
            if (isMade)
                await write();
            AreDead = true;
        }

        return await Alive(write)();
    }

    private sealed class Store(IDocumentStore inner, MortalStores stores) : IDocumentStore
    {
        public string Name => inner.Name;

        public IDocumentCollection<TDocument> Collection<TDocument>(CollectionDefinition<TDocument> definition)
            where TDocument : class => new Collection<TDocument>(inner.Collection(definition), definition.Name, stores);

        public Task CheckAsync(CancellationToken cancellationToken) => inner.CheckAsync(cancellationToken);
    }

    private sealed class Collection<TDocument>(IDocumentCollection<TDocument> inner, string name, MortalStores stores) : IDocumentCollection<TDocument>
        where TDocument : class
    {
        private IDocumentCollection<TDocument> Alive => stores.Alive(inner);

        public Task<bool> InsertAsync(TDocument document, CancellationToken cancellationToken) => stores.WriteAsync(name, () => inner.InsertAsync(document, cancellationToken));

        public Task<IReadOnlyList<bool>> InsertManyAsync(IReadOnlyList<TDocument> documents, CancellationToken cancellationToken) =>
            stores.WriteAsync(name, () => inner.InsertManyAsync(documents, cancellationToken));

        public Task<bool> ReplaceAsync(TDocument document, long expectedVersion, CancellationToken cancellationToken) =>
            stores.WriteAsync(name, () => inner.ReplaceAsync(document, expectedVersion, cancellationToken));

        public Task UpsertAsync(TDocument document, CancellationToken cancellationToken) => Alive.UpsertAsync(document, cancellationToken);

        public Task UpsertManyAsync(IReadOnlyList<TDocument> documents, CancellationToken cancellationToken) => Alive.UpsertManyAsync(documents, cancellationToken);

        public Task<bool> DeleteAsync(string id, CancellationToken cancellationToken) => Alive.DeleteAsync(id, cancellationToken);

        public Task<long> DeleteWhereAsync(Query query, CancellationToken cancellationToken) => Alive.DeleteWhereAsync(query, cancellationToken);

        public Task<Versioned<TDocument>?> FindAsync(string id, CancellationToken cancellationToken) => Alive.FindAsync(id, cancellationToken);

        public Task<IReadOnlyList<Versioned<TDocument>>> FindManyAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) => Alive.FindManyAsync(ids, cancellationToken);

        public IAsyncEnumerable<Versioned<TDocument>> StreamAsync(Query query, CancellationToken cancellationToken) => Alive.StreamAsync(query, cancellationToken);

        public Task<Page<TDocument>> PageAsync(Query query, string? cursor, int size, CancellationToken cancellationToken) => Alive.PageAsync(query, cursor, size, cancellationToken);

        public Task<long> CountAsync(Query query, CancellationToken cancellationToken) => Alive.CountAsync(query, cancellationToken);

        public Task<IReadOnlyDictionary<string, long>> CountByAsync(Query query, string field, CancellationToken cancellationToken) => Alive.CountByAsync(query, field, cancellationToken);
    }
}
