using DialInsight.Storage;

namespace DialInsight.Quality.Reviews;

/// <summary>A sample that a reviewer is looking at.</summary>
internal sealed record ReviewLease
{
    /// <summary>The collection <c>review-leases</c>.</summary>
    public static CollectionDefinition<ReviewLease> Definition { get; } = new(
        "review-leases", lease => lease.Id, new IndexedField<ReviewLease>("reviewer", lease => lease.Reviewer));

    /// <summary>The sample's id.</summary>
    public required string Id { get; init; }

    /// <summary>Who has it.</summary>
    public required string Reviewer { get; init; }

    /// <summary>Until when nobody else is given it (UTC).</summary>
    public required DateTimeOffset Until { get; init; }
}
