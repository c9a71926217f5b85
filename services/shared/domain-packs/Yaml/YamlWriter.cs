using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace DialInsight.DomainPacks.Yaml;

/// <summary>Writes values as YAML in one line each.</summary>
internal static partial class YamlWriter
{
    private static readonly JsonSerializerOptions s_quoted = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A value that somebody typed: plain where it reads the same without quotation marks.</summary>
    public static YamlScalar Typed(string value, int line) => new(line, value, IsPlain(value));

    /// <summary>A value without quotation marks where they make no difference: it is a word, no number and no flag.</summary>
    public static YamlScalar Unquoted(YamlScalar scalar) =>
        !scalar.Plain && IsPlain(scalar.Value) && char.IsLetter(scalar.Value[0]) && scalar.Value is not ("true" or "false") ? scalar with { Plain = true } : scalar;

    /// <summary>A value in one line: <c>{ a: 1, b: [x, y] }</c>.</summary>
    public static string Inline(YamlNode node) => node switch
    {
        YamlScalar scalar => scalar.Plain && (IsPlain(scalar.Value) || scalar.IsNull) ? scalar.Value : JsonSerializer.Serialize(scalar.Value, s_quoted),
        YamlList list => $"[{string.Join(", ", list.Items.Select(Inline))}]",
        YamlMap { Entries.Count: 0 } => "{}",
        _ => $"{{ {string.Join(", ", ((YamlMap)node).Entries.Select(Entry))} }}",
    };

    /// <summary>A key with its value in one line.</summary>
    public static string Entry(YamlEntry entry) => $"{(IsPlain(entry.Key) ? entry.Key : JsonSerializer.Serialize(entry.Key, s_quoted))}: {Inline(entry.Value)}";

    /// <summary>A key with its value, a list of mappings a line each.</summary>
    public static IEnumerable<string> Lines(YamlEntry entry, string indent) => entry.Value is YamlList { Items.Count: > 0 } list && list.Items.All(item => item is YamlMap)
        ? list.Items.Select(item => $"{indent}  - {Inline(item)}").Prepend($"{indent}{Entry(entry with { Value = new YamlScalar(0, "", Plain: true) }).TrimEnd()}")
        : [$"{indent}{Entry(entry)}"];

    private static bool IsPlain(string value) => Plain().IsMatch(value) && !new YamlScalar(0, value, Plain: true).IsNull;

    [GeneratedRegex(@"^(?!---|\.\.\.|[-+.] )[\p{L}\p{N}.+-](?:[\p{L}\p{N}._/+% -]*[\p{L}\p{N}._/+%-])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}
