using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace DialInsight.Storage.Sqlite;

/// <summary>Brings a collection's table up to its definition, in one transaction.</summary>
internal static class Schema
{
    private const int FillRows = 256;

    /// <summary>Makes what is missing: the table, columns (filled for the documents that are there), indexes.</summary>
    public static void Ensure<TDocument>(
        SqliteConnection connection, CollectionDefinition<TDocument> definition, CollectionText text, JsonTypeInfo<TDocument> json)
        where TDocument : class
    {
        connection.Execute(text.CreateTable);
        HashSet<string> columns = Columns(connection, text);
        string[] missing = [.. definition.Fields.Select(field => field.Name).Where(name => !columns.Contains(name))];
        foreach (string field in missing)
            connection.Execute(text.AddColumn(field));
        if (missing.Length > 0)
            Fill(connection, definition, text, json);
        foreach (IndexedField<TDocument> field in definition.Fields)
            connection.Execute(text.CreateIndex(definition.Name, [field.Name]));
        foreach (IReadOnlyList<string> fields in definition.CompoundIndexes)
            connection.Execute(text.CreateIndex(definition.Name, fields));
    }

    private static HashSet<string> Columns(SqliteConnection connection, CollectionText text)
    {
        var columns = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        using SqliteStatement statement = connection.Prepare($"PRAGMA table_info({text.Table})");
        while (statement.Step())
            columns.Add(statement.Text(1));
        return columns;
    }

    private static void Fill<TDocument>(
        SqliteConnection connection, CollectionDefinition<TDocument> definition, CollectionText text, JsonTypeInfo<TDocument> json)
        where TDocument : class
    {
        long last = long.MinValue;
        var values = new SqliteValue[1 + definition.Fields.Count];
        while (true)
        {
            List<(long Row, TDocument? Document)> rows = Read(connection, text, json, last);
            foreach ((long row, TDocument? document) in rows)
            {
                last = row;
                if (document is null)
                    continue;
                values[0] = SqliteValue.Of(row);
                RowEncoding.WriteFields(definition, document, values.AsSpan(1));
                connection.Execute(text.FillFields, values);
            }

            if (rows.Count < FillRows)
                return;
        }
    }

    // A body that cannot be read keeps "no value": whoever reads that document is told, the others stay usable.
    private static List<(long Row, TDocument? Document)> Read<TDocument>(
        SqliteConnection connection, CollectionText text, JsonTypeInfo<TDocument> json, long after)
        where TDocument : class
    {
        var rows = new List<(long, TDocument?)>(FillRows);
        using SqliteStatement statement = connection
            .Prepare($"SELECT rowid, _body FROM {text.Table} WHERE rowid > ?1 ORDER BY rowid LIMIT {FillRows}")
            .Bind(SqliteValue.Of(after));
        while (statement.Step())
        {
            TDocument? document = null;
            try
            {
                document = JsonSerializer.Deserialize(statement.Bytes(1), json);
            }
            catch (JsonException)
            {
            }

            rows.Add((statement.Integer(0), document));
        }

        return rows;
    }
}
