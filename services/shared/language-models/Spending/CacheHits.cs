using DialInsight.Storage;

namespace DialInsight.LanguageModels.Spending;

/// <summary>How often a process was answered from the cache.</summary>
/// <param name="Id">Process, run, purpose and model, hashed.</param>
/// <param name="Run">The run; empty for none.</param>
/// <param name="Purpose">What the requests were for.</param>
/// <param name="Model">The model whose answers they were.</param>
/// <param name="Count">How many.</param>
internal sealed record CacheHits(string Id, string Run, string Purpose, string Model, long Count)
{
    /// <summary>The collection.</summary>
    public static CollectionDefinition<CacheHits> Collection { get; } = new("cache-hits", hits => hits.Id, new IndexedField<CacheHits>("run", hits => hits.Run));
}
