namespace DialInsight.Storage;

/// <summary>A field that queries may name. Its value is a <c>string</c>, <c>long</c>, <c>int</c>, <c>double</c>, <c>bool</c>,
/// <see cref="DateTimeOffset"/>, an <c>enum</c> (kept by name) or null.</summary>
/// <param name="Name">camelCase, unique in its collection.</param>
/// <param name="Value">Reads the value from a document.</param>
public sealed record IndexedField<TDocument>(string Name, Func<TDocument, object?> Value)
    where TDocument : class;
