namespace DialInsight.Storage.Conformance;

/// <summary>What every adapter of the document store keeps: subclasses say it, an adapter's tests run them on a place of theirs.</summary>
public abstract class DocumentStoreConformance<TPlace> : IAsyncLifetime
    where TPlace : IStorePlace, new()
{
    private readonly List<IDocumentStoreFactory> _factories = [];

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected TPlace Place { get; } = new();

    protected IDocumentCollection<Note> Notes { get; private set; } = null!;

    public ValueTask InitializeAsync()
    {
        Notes = Connect().Open("conformance").Collection(Note.Definition);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (IAsyncDisposable factory in _factories.OfType<IAsyncDisposable>())
            await factory.DisposeAsync();
        await Place.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected IDocumentStoreFactory Connect()
    {
        IDocumentStoreFactory factory = Place.Connect();
        _factories.Add(factory);
        return factory;
    }

    protected async Task<string[]> IdsAsync(Query query) =>
        [.. (await ListAsync(query)).Select(note => note.Document.Id)];

    protected async Task<List<Versioned<Note>>> ListAsync(Query query)
    {
        var notes = new List<Versioned<Note>>();
        await foreach (Versioned<Note> note in Notes.StreamAsync(query, Cancellation))
            notes.Add(note);
        return notes;
    }

    protected async Task<Note> ReadAsync(string id)
    {
        Versioned<Note>? found = await Notes.FindAsync(id, Cancellation);
        Assert.NotNull(found);
        return found.Document;
    }
}
