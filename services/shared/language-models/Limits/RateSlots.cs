using DialInsight.Storage;

namespace DialInsight.LanguageModels.Limits;

/// <summary>When the next call to an endpoint may start: the one document that all processes under a limit lease from.</summary>
/// <param name="Id">The endpoint, its key and model, hashed.</param>
/// <param name="RequestsFrom">The next free slot by the limit on requests, and behind the rest that the endpoint asked for.</param>
/// <param name="TokensFrom">The next free slot by the limit on tokens.</param>
internal sealed record RateSlots(string Id, DateTimeOffset RequestsFrom, DateTimeOffset TokensFrom)
{
    /// <summary>The collection.</summary>
    public static CollectionDefinition<RateSlots> Collection { get; } = new("rate-slots", slots => slots.Id);
}
