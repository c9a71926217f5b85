using DialInsight.Storage;

namespace DialInsight.Quality.Judging;

/// <summary>A sample that could not be judged because the judge's model was away.</summary>
internal sealed record StandingSample
{
    /// <summary>The collection <c>standing</c>.</summary>
    public static CollectionDefinition<StandingSample> Definition { get; } = new(
        "standing", standing => standing.Id, new IndexedField<StandingSample>("dueAt", standing => standing.DueAt));

    /// <summary>The sample's id.</summary>
    public required string Id { get; init; }

    /// <summary>How often it was tried.</summary>
    public required int Tries { get; init; }

    /// <summary>When it is tried again (UTC).</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>The pause after so many tries: doubling from two seconds to five minutes.</summary>
    public static TimeSpan Pause(int tries) => TimeSpan.FromSeconds(Math.Min(300, 2 * Math.Pow(2, Math.Min(tries, 10))));
}
