using System.Globalization;
using DialInsight.Storage;

namespace DialInsight.Quality.Judging;

/// <summary>Which sample fills a slot.</summary>
internal sealed record SlotClaim
{
    /// <summary>The collection <c>slots</c>.</summary>
    public static CollectionDefinition<SlotClaim> Definition { get; } = new("slots", claim => claim.Id);

    /// <summary>Run, cell and slot.</summary>
    public required string Id { get; init; }

    /// <summary>The sample that holds it.</summary>
    public required string SampleId { get; init; }

    /// <summary>The revision of the sample's judgement that the slot was claimed for.</summary>
    public required int Revision { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The id of a slot's claim.</summary>
    public static string IdOf(string runId, string cellId, int slot) =>
        string.Create(CultureInfo.InvariantCulture, $"{runId}/{cellId}/{slot}");
}
