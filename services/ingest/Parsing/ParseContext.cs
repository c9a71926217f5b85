using DialInsight.DomainPacks.Packs;
using DialInsight.Ingest.Parsing.Encodings;

namespace DialInsight.Ingest.Parsing;

/// <summary>What the files of one request share: the numbering of their records, and what the request says of how to read them.</summary>
/// <param name="Mappings">The JSON shapes to look for besides DialInsight's own, the first that fits taken.</param>
/// <param name="Mapping">The shape that the request names; null where it is to be found.</param>
/// <param name="Charset">The encoding that the request names; null where it is to be detected.</param>
internal sealed record ParseContext(IReadOnlyList<FieldMapping> Mappings, FieldMapping? Mapping = null, TextEncoding? Charset = null)
{
    private int _next;

    /// <summary>The names under which documents may hold their conversations.</summary>
    public IReadOnlyCollection<string> Wrappers { get; } =
        [.. (Mapping is null ? Mappings : [Mapping]).Select(mapping => mapping.Conversations?.Root).OfType<string>()];

    /// <summary>A position for the next record.</summary>
    public RecordPosition Next(string? file, int? line = null) => new(_next++, line, file);
}
