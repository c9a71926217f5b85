namespace DialInsight.Storage;

/// <summary>A field that queries may name. Its value is a <c>string</c>, <c>long</c>, <c>int</c>, <c>double</c>, <c>bool</c>,
/// <see cref="DateTimeOffset"/>, an <c>enum</c> (kept by name) or null.</summary>
/// <param name="Name">camelCase letters and digits, 63 at most, unique in its collection whatever the case; not <c>id</c>.</param>
/// <param name="Value">Reads the value from a document.</param>
public sealed record IndexedField<TDocument>(string Name, Func<TDocument, object?> Value)
    where TDocument : class;
