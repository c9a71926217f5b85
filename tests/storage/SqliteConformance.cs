using DialInsight.Storage.Conformance;

namespace DialInsight.Storage.Tests;

public sealed class SqliteWrites : WriteConformance<SqlitePlace>;

public sealed class SqliteQueries : QueryConformance<SqlitePlace>;

public sealed class SqliteAgainstAPlainList : PlainListConformance<SqlitePlace>;

public sealed class SqlitePages : PageConformance<SqlitePlace>;

public sealed class SqliteContents : ContentConformance<SqlitePlace>;
