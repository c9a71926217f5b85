using MongoDB.Bson;

namespace DialInsight.Storage.MongoDB;

/// <summary>Documents that are sent together, each with its position in the whole.</summary>
internal sealed record WriteBatch(IReadOnlyList<(int Position, BsonDocument Stored)> Documents)
{
    // What is held encoded at once; the server takes 100,000 documents and 48 MB.
    private const int MaximumDocuments = 1000;
    private const long MaximumLength = 8 << 20;

    /// <summary>Encodes documents batch by batch, as they are asked for.</summary>
    public static IEnumerable<WriteBatch> Of<TDocument>(IReadOnlyList<TDocument> documents, Func<TDocument, BsonDocument> encode)
    {
        var batch = new List<(int, BsonDocument)>();
        long length = 0;
        for (int i = 0; i < documents.Count; i++)
        {
            BsonDocument stored = encode(documents[i]);
            batch.Add((i, stored));
            length += stored[StoredDocument.Body].AsString.Length;
            if (batch.Count < MaximumDocuments && length < MaximumLength)
                continue;
            yield return new WriteBatch(batch);
            batch = [];
            length = 0;
        }

        if (batch.Count > 0)
            yield return new WriteBatch(batch);
    }
}
