namespace DialInsight.Ingest.Deduplication;

/// <summary>What near duplicates a batch holds. Nobody else of this process looks for any until it is disposed, which is to be done when the others of the batch are stored.</summary>
internal sealed class NearDuplicateFindings(IReadOnlyList<NearDuplicate?> duplicates, Action? release) : IDisposable
{
    /// <summary>What the batch's transcript at this position nearly repeats; null for one to keep.</summary>
    public NearDuplicate? this[int index] => duplicates[index];

    /// <inheritdoc/>
    public void Dispose() => release?.Invoke();
}
