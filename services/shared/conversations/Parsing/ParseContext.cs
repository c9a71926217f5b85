using DialInsight.Conversations.Parsing.Encodings;
using DialInsight.DomainPacks.Packs;

namespace DialInsight.Conversations.Parsing;

/// <summary>What the files of one request share: the numbering of their records, and what the request says of how to read them. For one request, read by one reader.</summary>
public sealed class ParseContext
{
    private int _next;

    internal ParseContext(IReadOnlyList<FieldMapping> mappings, FieldMapping? mapping = null, TextEncoding? charset = null, ParsingLimits? limits = null)
    {
        (Mappings, Mapping, Charset, Limits) = (mappings, mapping, charset, limits ?? ParsingLimits.Default);
        Wrappers = [.. (mapping is null ? mappings : [mapping]).Select(known => known.Conversations?.Root).OfType<string>()];
    }

    /// <summary>The JSON shapes to look for besides DialInsight's own, the first that fits taken.</summary>
    internal IReadOnlyList<FieldMapping> Mappings { get; }

    /// <summary>The shape that the request names; null where it is to be found.</summary>
    internal FieldMapping? Mapping { get; }

    /// <summary>The encoding that the request names; null where it is to be detected.</summary>
    internal TextEncoding? Charset { get; }

    /// <summary>What the files may hold.</summary>
    internal ParsingLimits Limits { get; }

    /// <summary>The format that the file being read was found to be in; null before the first one is.</summary>
    public TranscriptFormat? Format { get; internal set; }

    /// <summary>The names under which documents may hold their conversations.</summary>
    internal IReadOnlyCollection<string> Wrappers { get; }

    /// <summary>How to read a request's files; null where it names a mapping that there is not.</summary>
    /// <param name="packs">The packs, which may have mappings.</param>
    /// <param name="domain">The pack whose mappings go first; null for none.</param>
    /// <param name="mapping">The one mapping to hold records to; null looks for the first that fits.</param>
    /// <param name="charset">The name of the encoding; null, or a name that is not known, detects it.</param>
    /// <param name="limits">What the files may hold; null for the usual limits.</param>
    public static ParseContext? For(IDomainPacks packs, string? domain = null, string? mapping = null, string? charset = null, ParsingLimits? limits = null) =>
        Json.FieldMappingChoice.Find(packs, domain, mapping, charset is null ? null : TextEncoding.Named(charset), limits);

    /// <summary>The names of the mappings that a request may name.</summary>
    public static IEnumerable<string> MappingNames(IDomainPacks packs, string? domain = null) =>
        Json.FieldMappingChoice.All(packs, domain).Select(known => known.Name).Distinct();

    /// <summary>A position for the next record.</summary>
    internal RecordPosition Next(string? file, int? line = null) => new(_next++, line, file);
}
