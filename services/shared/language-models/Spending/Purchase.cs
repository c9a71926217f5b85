using System.Text.Json.Serialization;
using DialInsight.Contracts;
using DialInsight.Storage;

namespace DialInsight.LanguageModels.Spending;

/// <summary>An answer that was paid for. It outlives the answer, of which it holds nothing.</summary>
/// <param name="Id">Drawn: what is paid twice is kept twice.</param>
/// <param name="Run">The run; empty for none.</param>
/// <param name="Account">What people asked for apart from any run; null for none.</param>
/// <param name="Spend">What it used.</param>
/// <param name="At">When.</param>
internal sealed record Purchase(string Id, string Run, string? Account, ModelSpend Spend, DateTimeOffset At)
{
    /// <summary>The collection.</summary>
    public static CollectionDefinition<Purchase> Collection { get; } = new(
        "purchases", purchase => purchase.Id, new IndexedField<Purchase>("run", purchase => purchase.Run), new IndexedField<Purchase>("account", purchase => purchase.Account));

    /// <summary>The sum that it goes into.</summary>
    [JsonIgnore]
    public SpendKey Key => new(Run, Account ?? "", Spend.Purpose, Spend.Model);
}
