using System.Text.Json.Serialization;
using DialInsight.DomainPacks.Packs;
using DialInsight.Storage;

namespace DialInsight.PromptAssembly.Templates;

/// <summary>One version of a template part or an output format that somebody edited. Never changed: the next edit is the next version.</summary>
internal sealed record TemplateEditDocument
{
    public static readonly CollectionDefinition<TemplateEditDocument> Definition = new(
        "template-edits", edit => edit.Id, new IndexedField<TemplateEditDocument>("domain", edit => edit.Domain));

    public string Id => $"{Key}|{Version:D6}";

    public required string Domain { get; init; }

    public required string Language { get; init; }

    /// <summary>The part's or the format's id.</summary>
    public required string Name { get; init; }

    /// <summary>From 1; the pack's files are 0.</summary>
    public required int Version { get; init; }

    /// <summary>The part; null where this is of a format, or a part that was retired.</summary>
    public TemplatePart? Part { get; init; }

    /// <summary>The format; null where this is of a part.</summary>
    public LocalisedFormat? Format { get; init; }

    public bool IsFormat { get; init; }

    /// <summary>Whether prompts are not made of the part any more.</summary>
    [JsonIgnore]
    public bool IsRetirement => this is { IsFormat: false, Part: null };

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The version of the pack's files that it was made over.</summary>
    public required string Over { get; init; }

    /// <summary>What its versions have in common.</summary>
    public string Key => KeyOf(Domain, Language, IsFormat, Name);

    public static string KeyOf(string domain, string language, bool isFormat, string name) => $"{domain}|{language}|{(isFormat ? "format" : "part")}|{name}";
}
