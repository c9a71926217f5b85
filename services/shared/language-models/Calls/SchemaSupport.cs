using System.Collections.Concurrent;
using DialInsight.LanguageModels.Settings;

namespace DialInsight.LanguageModels.Calls;

/// <summary>Knows the schemas that were asked by: how each is written, and whether the endpoint refused it, so that each is tried in vain once.</summary>
internal sealed class SchemaSupport(StructuredOutput setting)
{
    private const int MostKnown = 1000;
    private readonly ConcurrentDictionary<string, KnownSchema> _known = new(StringComparer.Ordinal);

    /// <summary>Whether a refusal of a request by schema is worth asking again by prompt.</summary>
    public bool FallsBack => setting == StructuredOutput.Auto;

    /// <summary>The schema to send as one; null where there is none, or where it goes into the prompt.</summary>
    public KnownSchema? Sent(string? schema)
    {
        if (schema is null || setting == StructuredOutput.Prompt)
            return null;
        if (!_known.TryGetValue(schema, out KnownSchema? known))
            known = _known.Count < MostKnown ? _known.GetOrAdd(schema, static text => new KnownSchema(text)) : new KnownSchema(schema);
        return known.IsRefused ? null : known;
    }
}
