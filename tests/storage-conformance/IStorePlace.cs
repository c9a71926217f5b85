namespace DialInsight.Storage.Conformance;

/// <summary>An empty place for databases, one per test: a folder, a server's namespace. Disposing it removes what is there.</summary>
public interface IStorePlace : IAsyncDisposable
{
    /// <summary>A new factory on this place, as another process would have it. The caller disposes it.</summary>
    IDocumentStoreFactory Connect();
}
