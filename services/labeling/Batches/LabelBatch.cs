using DialInsight.Storage;

namespace DialInsight.Labeling.Batches;

/// <summary>Attempts that go to the provider in one file.</summary>
/// <param name="Id">The attempts, hashed: the name that the provider keeps it by, so that one that was started is found again.</param>
/// <param name="Attempts">The attempts.</param>
/// <param name="GatheredAt">When it was put together.</param>
internal sealed record LabelBatch(string Id, IReadOnlyList<string> Attempts, DateTimeOffset GatheredAt)
{
    /// <summary>In place of the batch of an attempt that waits for one.</summary>
    public const string None = "none";

    public static readonly CollectionDefinition<LabelBatch> Definition = new(
        "batches", batch => batch.Id, new IndexedField<LabelBatch>("open", batch => batch.EndedAt is null));

    /// <summary>The provider's id; null before it was submitted.</summary>
    public string? ProviderId { get; init; }

    /// <summary>How many requests the provider answered.</summary>
    public int? Answered { get; init; }

    /// <summary>When every attempt of it was worked; null while one waits.</summary>
    public DateTimeOffset? EndedAt { get; init; }
}

/// <summary>Which process looks after the batches: one at a time, so that no request goes into two files.</summary>
/// <param name="Id">Always the same.</param>
/// <param name="Owner">The process.</param>
internal sealed record BatchDuty(string Id, string Owner)
{
    public const string TheOne = "batches";

    public static readonly CollectionDefinition<BatchDuty> Definition = new("batch-duties", duty => duty.Id);
}
