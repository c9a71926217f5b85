using DialInsight.DomainPacks.Yaml;

namespace DialInsight.DomainPacks.Recipes;

/// <summary>A recipe's text whose values are changed one by one. Everything else of it stays, letter by letter: comments, order, and what no recipe should hold.</summary>
public sealed class EditableRecipe
{
    private readonly string _source;
    private readonly YamlMap _before;
    private readonly YamlMap _after;

    private EditableRecipe(string source, YamlMap before, YamlMap after) => (_source, _before, _after) = (source, before, after);

    /// <summary>Reads a text.</summary>
    /// <returns>Null where it is no YAML, or no mapping, or holds a key twice: then it can be edited as text only.</returns>
    public static EditableRecipe? Parse(string text)
    {
        List<YamlProblem> problems = [];
        return YamlTree.Parse(text, problems) is YamlMap { Entries.Count: > 0 } root && problems.Count == 0 ? new EditableRecipe(text, root, root) : null;
    }

    /// <summary>The text as it is now.</summary>
    public string Text => ReferenceEquals(_before, _after)
        ? _source
        : YamlRewriting.Of(_source, _before, _after) ?? Whole(_after);

    /// <summary>The text with a key a line, as people write it, whatever it was; what is null is left out.</summary>
    public string Readable => Whole(_after);

    /// <summary>The names at its top.</summary>
    public IEnumerable<string> Keys => _after.Entries.Select(entry => entry.Key);

    /// <summary>The value at a place, <c>cells[0].target</c>; null where there is none, or it is no single value.</summary>
    public string? Value(string path) => (Find(path) as YamlScalar)?.Value;

    /// <summary>The values of a list; null where there is none, or it holds other than single values.</summary>
    public IReadOnlyList<string>? Values(string path) =>
        Find(path) is YamlList list && list.Items.All(item => item is YamlScalar) ? [.. list.Items.Select(item => ((YamlScalar)item).Value)] : null;

    /// <summary>How many there are in a list; 0 where there is none.</summary>
    public int Count(string path) => (Find(path) as YamlList)?.Items.Count ?? 0;

    /// <summary>Whether there is a mapping at a place.</summary>
    public bool HasFields(string path) => Find(path) is YamlMap;

    /// <summary>Puts a value at a place; null takes away what is there.</summary>
    public EditableRecipe With(string path, string? value) => Changed(path, known => value is null
        ? null
        : known is YamlScalar scalar && scalar.Value == value ? known : YamlWriter.Typed(value, known?.Line ?? 0));

    /// <summary>Puts a list of values at a place.</summary>
    public EditableRecipe WithValues(string path, IReadOnlyList<string> values) => Values(path)?.SequenceEqual(values) == true
        ? this
        : Changed(path, known => new YamlList(known?.Line ?? 0, [.. values.Select(value => YamlWriter.Typed(value, 0))]));

    /// <summary>Puts the items of a list into another order; one that is not named is gone, and null stands for a new one without fields.</summary>
    public EditableRecipe Arranged(string path, IReadOnlyList<int?> order)
    {
        IReadOnlyList<YamlNode> items = (Find(path) as YamlList)?.Items ?? [];
        YamlNode[] arranged = [.. order.Select(index => index is { } at && at >= 0 && at < items.Count ? items[at] : new YamlMap(0, []))];
        return arranged.SequenceEqual(items, ReferenceEqualityComparer.Instance) ? this : Changed(path, known => new YamlList(known?.Line ?? 0, arranged));
    }

    private YamlNode? Find(string path) => YamlPath.Find(_after, YamlPath.Steps(path));

    private EditableRecipe Changed(string path, Func<YamlNode?, YamlNode?> change) =>
        new(_source, _before, YamlPath.With(_after, YamlPath.Steps(path).ToArray(), change) as YamlMap ?? new YamlMap(1, []));

    private static string Whole(YamlMap map) => string.Concat(map.Entries.Where(entry => entry.Value is not YamlScalar { IsNull: true }).SelectMany(entry => YamlWriter.Lines(entry with { Value = Filled(entry.Value) }, "")).Select(line => line + "\n"));

    private static YamlNode Filled(YamlNode node) => node switch
    {
        YamlMap map => map with { Entries = [.. map.Entries.Where(entry => entry.Value is not YamlScalar { IsNull: true }).Select(entry => entry with { Value = Filled(entry.Value) })] },
        YamlList list => list with { Items = [.. list.Items.Select(Filled)] },
        _ => YamlWriter.Unquoted((YamlScalar)node),
    };
}
