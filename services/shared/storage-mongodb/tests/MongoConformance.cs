using DialInsight.Storage.Conformance;

namespace DialInsight.Storage.MongoDB.Tests;

public sealed class MongoWrites : WriteConformance<MongoPlace>;

public sealed class MongoQueries : QueryConformance<MongoPlace>;

public sealed class MongoAgainstAPlainList : PlainListConformance<MongoPlace>;

public sealed class MongoPages : PageConformance<MongoPlace>;

public sealed class MongoContents : ContentConformance<MongoPlace>;
