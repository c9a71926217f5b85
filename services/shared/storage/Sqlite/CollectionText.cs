namespace DialInsight.Storage.Sqlite;

/// <summary>
/// The statements of one collection. A table has the columns <c>id</c>, <c>_version</c>, one per field, and <c>_body</c>; a field's
/// name begins with a letter, so that the two with an underscore cannot collide with it. Columns have no type, so that SQLite converts nothing.
/// </summary>
internal sealed class CollectionText
{
    /// <summary>How "no value" is written in a statement: see <see cref="SqliteValue.None"/>.</summary>
    public const string None = "-9e999";

    private readonly IReadOnlyList<string> _fields;

    /// <summary>Writes the statements for a collection whose names have been checked.</summary>
    public CollectionText(string name, IReadOnlyList<string> fields)
    {
        _fields = fields;
        Table = Quote(name);
        string columns = string.Concat(fields.Select(field => $", {Quote(field)}"));
        string parameters = string.Concat(fields.Select((_, i) => $", ?{i + 3}"));
        string insert = $"INSERT INTO {Table} (id, _version, _body{columns}) VALUES (?1, 1, ?2{parameters}) ON CONFLICT (id) DO ";
        InsertIfAbsent = insert + "NOTHING";
        Upsert = insert + $"UPDATE SET _version = _version + 1, _body = ?2{Assignments(3)}";
        Replace = $"UPDATE {Table} SET _version = _version + 1, _body = ?2{Assignments(3)} WHERE id = ?1 AND _version = ?{fields.Count + 3}";
        Delete = $"DELETE FROM {Table} WHERE id = ?1";
        Find = $"SELECT id, _version, _body FROM {Table} WHERE id = ?1";
    }

    /// <summary>The table, quoted.</summary>
    public string Table { get; }

    /// <summary>Parameters: id, body, fields.</summary>
    public string InsertIfAbsent { get; }

    /// <summary>Parameters: id, body, fields.</summary>
    public string Upsert { get; }

    /// <summary>Parameters: id, body, fields, version.</summary>
    public string Replace { get; }

    /// <summary>Parameter: id.</summary>
    public string Delete { get; }

    /// <summary>Parameter: id. Columns: id, version, body.</summary>
    public string Find { get; }

    /// <summary>The statement that makes the table where there is none.</summary>
    public string CreateTable =>
        $"CREATE TABLE IF NOT EXISTS {Table} (id PRIMARY KEY NOT NULL, _version INTEGER NOT NULL"
        + string.Concat(_fields.Select(name => $", {Quote(name)} NOT NULL DEFAULT {None}")) + ", _body BLOB NOT NULL)";

    /// <summary>Fills the fields of the row ?1 from ?2 on.</summary>
    public string FillFields => $"UPDATE {Table} SET _version = _version{Assignments(2)} WHERE rowid = ?1";

    /// <summary>The statement that adds a column.</summary>
    public string AddColumn(string field) => $"ALTER TABLE {Table} ADD COLUMN {Quote(field)} NOT NULL DEFAULT {None}";

    /// <summary>The statement that makes an index over fields, each order of which ends with the id.</summary>
    public string CreateIndex(string name, IEnumerable<string> fields) =>
        $"CREATE INDEX IF NOT EXISTS {Quote(name + ':' + string.Join(',', fields))} ON {Table} ({string.Join(", ", fields.Append("id").Distinct().Select(Quote))})";

    /// <summary>A name as a statement holds it. It has been checked; the quotes keep it from being a keyword.</summary>
    public static string Quote(string name) => $"\"{name}\"";

    private string Assignments(int first) => string.Concat(_fields.Select((field, i) => $", {Quote(field)} = ?{i + first}"));
}
