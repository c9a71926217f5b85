using MongoDB.Driver;

namespace DialInsight.Storage.MongoDB;

/// <summary>Inserting or updating: two that insert the same id at once both find nothing, and one of them is refused as a duplicate.</summary>
internal static class Upsert
{
    private const int Attempts = 5;

    /// <summary>Runs an upsert, and again where another one was faster: the second time it finds the document and updates it.</summary>
    public static async Task RepeatAsync(Func<Task> upsert)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                await upsert();
                return;
            }
            catch (MongoWriteException error) when (attempt < Attempts && error.WriteError?.Category == ServerErrorCategory.DuplicateKey)
            {
            }
        }
    }

    /// <summary>Runs many upserts in one batch without an order, and those again that another one was faster with.</summary>
    public static async Task RepeatAsync<TStored>(IMongoCollection<TStored> collection, IReadOnlyList<WriteModel<TStored>> upserts, CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                await collection.BulkWriteAsync(upserts, new BulkWriteOptions { IsOrdered = false }, cancellationToken);
                return;
            }
            catch (MongoBulkWriteException<TStored> error) when (attempt < Attempts && OnlyDuplicates(error))
            {
                upserts = [.. error.WriteErrors.Select(failed => upserts[failed.Index])];
            }
        }
    }

    /// <summary>Whether nothing else went wrong than that ids were there.</summary>
    public static bool OnlyDuplicates(MongoBulkWriteException error) =>
        error.WriteConcernError is null && error.WriteErrors.Count > 0 && error.WriteErrors.All(write => write.Category == ServerErrorCategory.DuplicateKey);
}
