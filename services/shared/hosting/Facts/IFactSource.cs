namespace DialInsight.Hosting.Facts;

/// <summary>A collection whose documents tell of facts, read in the order of writing.</summary>
internal interface IFactSource
{
    /// <summary>The database it is in.</summary>
    string Database { get; }

    /// <summary>The writes of one writer that are still to be seen in the collection, ascending.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="from">The first number.</param>
    /// <param name="to">The last number.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    IAsyncEnumerable<RecordedFacts> ReadAsync(string writer, long from, long to, CancellationToken cancellationToken);
}
