using System.Text.Json.Serialization.Metadata;

namespace DialInsight.Storage.Sqlite;

/// <summary>Documents of one type in one table.</summary>
internal sealed class SqliteCollection<TDocument>(SqliteDocumentStore store, CollectionDefinition<TDocument> definition) : SlicedCollection<TDocument>(definition), IDocumentCollection<TDocument>
    where TDocument : class
{
    // Rows and bytes written (or rows deleted) in one turn of the writer: a few milliseconds.
    private const int WriteRows = 256;
    private const long WriteBytes = 2 << 20;

    private static readonly JsonTypeInfo<TDocument> s_json = (JsonTypeInfo<TDocument>)DocumentJson.Options.GetTypeInfo(typeof(TDocument));

    private readonly CollectionText _text = new(definition.Name, [.. definition.Fields.Select(field => field.Name)]);
    private volatile bool _made;

    /// <inheritdoc/>
    public Task<Versioned<TDocument>?> FindAsync(string id, CancellationToken cancellationToken) => ReadAsync(
        connection =>
        {
            using SqliteStatement statement = connection.Prepare(_text.Find).Bind(SqliteValue.Of(id));
            return statement.Step() ? Decode(statement) : null;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<bool> InsertAsync(TDocument document, CancellationToken cancellationToken)
    {
        SqliteValue[] row = Encode(document);
        return WriteAsync(connection => connection.Execute(_text.InsertIfAbsent, row) > 0, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<bool>> InsertManyAsync(IReadOnlyList<TDocument> documents, CancellationToken cancellationToken) =>
        WriteManyAsync(documents, _text.InsertIfAbsent, cancellationToken);

    /// <inheritdoc/>
    public Task UpsertAsync(TDocument document, CancellationToken cancellationToken)
    {
        SqliteValue[] row = Encode(document);
        return WriteAsync(connection => connection.Execute(_text.Upsert, row), cancellationToken);
    }

    /// <inheritdoc/>
    public Task UpsertManyAsync(IReadOnlyList<TDocument> documents, CancellationToken cancellationToken) =>
        WriteManyAsync(documents, _text.Upsert, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> ReplaceAsync(TDocument document, long expectedVersion, CancellationToken cancellationToken)
    {
        SqliteValue[] row = RowEncoding.Encode(Definition, document, s_json, SqliteValue.Of(expectedVersion));
        return WriteAsync(connection => connection.Execute(_text.Replace, row) > 0, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> DeleteAsync(string id, CancellationToken cancellationToken) =>
        WriteAsync(connection => connection.Execute(_text.Delete, SqliteValue.Of(id)) > 0, cancellationToken);

    /// <inheritdoc/>
    public async Task<long> DeleteWhereAsync(Query query, CancellationToken cancellationToken)
    {
        StorageRules.CheckDeletion(Definition, query);
        var text = new QueryText(query);
        string sql = $"DELETE FROM {_text.Table} WHERE rowid IN (SELECT rowid FROM {_text.Table}{text.Where} LIMIT {WriteRows})";
        long deleted = 0;
        int count;
        do
        {
            count = await WriteAsync(connection => connection.Execute(sql, text.Values), cancellationToken);
            deleted += count;
        }
        while (count == WriteRows);
        return deleted;
    }

    /// <inheritdoc/>
    public Task<long> CountAsync(Query query, CancellationToken cancellationToken)
    {
        StorageRules.Check(Definition, query);
        var text = new QueryText(query);
        return ReadAsync(
            connection =>
            {
                using SqliteStatement statement = connection.Prepare($"SELECT count(*) FROM {_text.Table}{text.Where}").Bind(text.Values);
                statement.Step();
                return statement.Integer(0);
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, long>> CountByAsync(Query query, string field, CancellationToken cancellationToken)
    {
        StorageRules.Check(Definition, query);
        StorageRules.CheckField(Definition, field);
        var text = new QueryText(query);
        string sql = $"SELECT {CollectionText.Quote(field)}, count(*) FROM {_text.Table}{text.Where} GROUP BY 1";
        return ReadAsync(
            connection =>
            {
                var counts = new Dictionary<string, long>(StringComparer.Ordinal);
                using SqliteStatement statement = connection.Prepare(sql).Bind(text.Values);
                while (statement.Step())
                {
                    // Null and the empty text share a key.
                    string value = FieldValue.Text(statement.Value(0).Plain);
                    counts[value] = counts.GetValueOrDefault(value) + statement.Integer(1);
                }

                return (IReadOnlyDictionary<string, long>)counts;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    protected override Task<Slice<TDocument>> ReadAsync(Query query, Position? after, int size, long length, CancellationToken cancellationToken)
    {
        var text = new QueryText(query, after);
        int seen = after?.Seen ?? 0;
        int count = Math.Min(size, (query.Limit ?? int.MaxValue) - seen);
        // One more row than asked for tells whether there is another page.
        long fetch = count < size ? count : size + 1L;
        string sql = $"SELECT id, _version, _body, {CollectionText.Quote(query.OrderField)} FROM {_text.Table}{text.Where}{QueryText.OrderBy(query)} LIMIT {fetch}";
        return ReadAsync(
            connection =>
            {
                using SqliteStatement statement = connection.Prepare(sql).Bind(text.Values);
                return SliceReading.Read(statement, Decode, seen, count, length);
            },
            cancellationToken);
    }

    private async Task<IReadOnlyList<bool>> WriteManyAsync(IReadOnlyList<TDocument> documents, string sql, CancellationToken cancellationToken)
    {
        var written = new List<bool>(documents.Count);
        while (written.Count < documents.Count)
        {
            List<SqliteValue[]> rows = EncodeSome(documents, written.Count);
            written.AddRange(await WriteAsync(connection => rows.ConvertAll(row => connection.Execute(sql, row) > 0), cancellationToken));
        }

        return written;
    }

    private List<SqliteValue[]> EncodeSome(IReadOnlyList<TDocument> documents, int start)
    {
        var rows = new List<SqliteValue[]>(Math.Min(WriteRows, documents.Count - start));
        long bytes = 0;
        for (int i = start; i < documents.Count && rows.Count < WriteRows && bytes < WriteBytes; i++)
        {
            rows.Add(Encode(documents[i]));
            bytes += rows[^1][1].Bytes.Length;
        }

        return rows;
    }

    private async Task<TAnswer> WriteAsync<TAnswer>(Func<SqliteConnection, TAnswer> write, CancellationToken cancellationToken)
    {
        if (!_made)
            await MakeAsync(cancellationToken);
        return await store.Writer.WriteAsync(write, cancellationToken);
    }

    private async Task<TAnswer> ReadAsync<TAnswer>(Func<SqliteConnection, TAnswer> read, CancellationToken cancellationToken)
    {
        if (!_made)
            await MakeAsync(cancellationToken);
        return await store.Readers.ReadAsync(read, cancellationToken);
    }

    // Callers that come together each ask; the writer does it once, or again where it finds nothing to do.
    private async Task MakeAsync(CancellationToken cancellationToken)
    {
        await store.Writer.WriteAsync(
            connection =>
            {
                if (!_made)
                    Schema.Ensure(connection, Definition, _text, s_json);
                return true;
            },
            cancellationToken);
        _made = true;
    }

    private SqliteValue[] Encode(TDocument document) => RowEncoding.Encode(Definition, document, s_json);

    private Versioned<TDocument> Decode(SqliteStatement statement) => RowEncoding.Decode(statement, Definition.Name, s_json);
}
