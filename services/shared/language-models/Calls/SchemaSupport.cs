using System.Collections.Concurrent;
using DialInsight.LanguageModels.Settings;

namespace DialInsight.LanguageModels.Calls;

/// <summary>Remembers which schemas an endpoint refused to answer by, so that each is tried in vain once.</summary>
internal sealed class SchemaSupport(StructuredOutput setting)
{
    private const int MostRemembered = 1000;
    private readonly ConcurrentDictionary<string, bool> _refused = new(StringComparer.Ordinal);

    /// <summary>Whether to send the schema as one.</summary>
    public bool Sends(string? schema) => schema is not null && setting switch
    {
        StructuredOutput.Schema => true,
        StructuredOutput.Prompt => false,
        _ => !_refused.ContainsKey(schema),
    };

    /// <summary>Whether a refusal of a request by schema is worth asking again by prompt.</summary>
    public bool FallsBack => setting == StructuredOutput.Auto;

    /// <summary>Notes that the endpoint answered by prompt what it had refused by schema.</summary>
    public void Refused(string schema)
    {
        if (_refused.Count < MostRemembered)
            _refused[schema] = true;
    }
}
