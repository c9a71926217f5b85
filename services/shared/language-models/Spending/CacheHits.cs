using System.Text.Json.Serialization;
using DialInsight.Storage;

namespace DialInsight.LanguageModels.Spending;

/// <summary>How often a process was answered from the cache.</summary>
/// <param name="Id">Process, run, account, purpose and model, hashed.</param>
/// <param name="Run">The run; empty for none.</param>
/// <param name="Account">What people asked for apart from any run; empty or null for none.</param>
/// <param name="Purpose">What the requests were for.</param>
/// <param name="Model">The model whose answers they were.</param>
/// <param name="Count">How many.</param>
internal sealed record CacheHits(string Id, string Run, string? Account, string Purpose, string Model, long Count)
{
    /// <summary>The collection.</summary>
    public static CollectionDefinition<CacheHits> Collection { get; } = new(
        "cache-hits", hits => hits.Id, new IndexedField<CacheHits>("run", hits => hits.Run), new IndexedField<CacheHits>("account", hits => hits.Account));

    /// <summary>The sum that it goes into.</summary>
    [JsonIgnore]
    public SpendKey Key => new(Run, Account ?? "", Purpose, Model);
}
