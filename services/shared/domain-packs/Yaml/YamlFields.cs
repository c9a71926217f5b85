using System.Globalization;

namespace DialInsight.DomainPacks.Yaml;

/// <summary>
/// The values of one mapping, asked for by name. What is missing or of the wrong kind becomes a problem and a harmless default, so that
/// one reading tells everything that is wrong.
/// </summary>
internal sealed class YamlFields
{
    private readonly Dictionary<string, YamlEntry> entries;
    private readonly List<string> asked = [];
    private readonly string path;
    private readonly ICollection<YamlProblem> problems;

    public YamlFields(YamlMap map, string path, ICollection<YamlProblem> problems)
    {
        (Line, this.path, this.problems) = (map.Line, path, problems);
        entries = map.Entries.ToDictionary(entry => entry.Key, StringComparer.Ordinal);
    }

    /// <summary>The line the mapping begins in.</summary>
    public int Line { get; }

    /// <summary>The mapping in a node, or null and a problem when it is something else.</summary>
    public static YamlFields? Of(YamlNode node, string path, ICollection<YamlProblem> problems)
    {
        if (node is YamlMap map)
            return new YamlFields(map, path, problems);
        problems.Add(new YamlProblem(node.Line, path, "must be a mapping (name: value)"));
        return null;
    }

    /// <summary>The value, or null where there is none.</summary>
    public YamlNode? Node(string name)
    {
        asked.Add(name);
        return entries.TryGetValue(name, out YamlEntry? entry) && entry.Value is not YamlScalar { IsNull: true } ? entry.Value : null;
    }

    /// <summary>The line of a value, or of the mapping where there is none.</summary>
    public int LineOf(string name) => entries.TryGetValue(name, out YamlEntry? entry) ? entry.Line : Line;

    /// <summary>A text that may be missing.</summary>
    public string? OptionalText(string name) => Node(name) switch
    {
        null => null,
        YamlScalar scalar when scalar.Value.Trim().Length > 0 => scalar.Value.Trim(),
        YamlScalar => Refuse<string?>(name, "must not be empty", null),
        _ => Refuse<string?>(name, "must be a text", null),
    };

    /// <summary>A text that must be there.</summary>
    public string Text(string name)
    {
        int before = problems.Count;
        string? text = OptionalText(name);
        if (text is null && problems.Count == before)
            Problem(name, "is missing");
        return text ?? "";
    }

    /// <summary>A number inside bounds.</summary>
    public double Number(string name, double otherwise, double least, double most, bool above = false)
    {
        if (Node(name) is not { } node)
            return otherwise;
        string bounds = above
            ? string.Create(CultureInfo.InvariantCulture, $"must be a number above {least:#,0.####} and at most {most:#,0.####}")
            : string.Create(CultureInfo.InvariantCulture, $"must be a number from {least:#,0.####} to {most:#,0.####}");
        return node is YamlScalar { Plain: true } scalar
            && double.TryParse(scalar.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            && (above ? value > least : value >= least) && value <= most
            ? value
            : Refuse(name, bounds, otherwise);
    }

    /// <summary>A whole number inside bounds.</summary>
    public long Whole(string name, long otherwise, long least, long most)
    {
        if (Node(name) is not { } node)
            return otherwise;
        string bounds = string.Create(CultureInfo.InvariantCulture, $"must be a whole number from {least:#,0} to {most:#,0}");
        return node is YamlScalar { Plain: true } scalar
            && long.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value)
            && value >= least && value <= most
            ? value
            : Refuse(name, bounds, otherwise);
    }

    /// <summary>True or false.</summary>
    public bool Flag(string name, bool otherwise = false) => Node(name) switch
    {
        null => otherwise,
        YamlScalar { Plain: true, Value: "true" } => true,
        YamlScalar { Plain: true, Value: "false" } => false,
        _ => Refuse(name, "must be true or false", otherwise),
    };

    /// <summary>A list of texts; empty where there is none.</summary>
    public IReadOnlyList<YamlScalar> Texts(string name) => Texts(Node(name), Where(name), problems);

    /// <summary>The texts of a list, without those that are none.</summary>
    public static IReadOnlyList<YamlScalar> Texts(YamlNode? node, string path, ICollection<YamlProblem> problems)
    {
        List<YamlScalar> texts = [];
        foreach ((YamlNode item, string where) in Items(node, path, problems))
        {
            if (item is YamlScalar { IsNull: false } scalar && scalar.Value.Trim().Length > 0)
                texts.Add(scalar with { Value = scalar.Value.Trim() });
            else
                problems.Add(new YamlProblem(item.Line, where, "must be a text that is not empty"));
        }

        foreach (YamlScalar twice in texts.GroupBy(text => text.Value, StringComparer.Ordinal).SelectMany(same => same.Skip(1)))
            problems.Add(new YamlProblem(twice.Line, path, $"holds \"{twice.Value}\" twice"));
        return texts;
    }

    /// <summary>The mappings of a list; empty where there is none.</summary>
    public IReadOnlyList<YamlFields> Maps(string name) => Maps(Node(name), Where(name), problems);

    /// <summary>The mappings of a list, without those that are none.</summary>
    public static IReadOnlyList<YamlFields> Maps(YamlNode? node, string path, ICollection<YamlProblem> problems) =>
        [.. Items(node, path, problems).Select(item => Of(item.Item, item.Where, problems)).OfType<YamlFields>()];

    /// <summary>A mapping that may be missing.</summary>
    public YamlFields? Map(string name) => Node(name) is { } node ? Of(node, Where(name), problems) : null;

    /// <summary>Every key with its value, for mappings whose keys are values themselves.</summary>
    public IEnumerable<YamlEntry> Entries()
    {
        asked.AddRange(entries.Keys);
        return entries.Values;
    }

    /// <summary>Tells what is wrong with a value.</summary>
    public void Problem(string name, string message) => Problem(LineOf(name), name, message);

    /// <summary>Tells what is wrong in a line.</summary>
    public void Problem(int line, string name, string message) => problems.Add(new YamlProblem(line, Where(name), message));

    /// <summary>Tells of every key that nobody asked for.</summary>
    public void RefuseOthers()
    {
        foreach (YamlEntry entry in entries.Values.Where(entry => !asked.Contains(entry.Key, StringComparer.Ordinal)))
            Problem(entry.Line, entry.Key, "is not known" + MistypedName.Hint(entry.Key, asked));
    }

    /// <summary>A value's path.</summary>
    public string Where(string name) => name.Length == 0 ? path : path.Length == 0 ? name : $"{path}.{name}";

    private static IEnumerable<(YamlNode Item, string Where)> Items(YamlNode? node, string path, ICollection<YamlProblem> problems)
    {
        if (node is YamlList list)
            return list.Items.Select((item, index) => (item, string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]")));
        if (node is not null)
            problems.Add(new YamlProblem(node.Line, path, "must be a list"));
        return [];
    }

    private T Refuse<T>(string name, string message, T otherwise)
    {
        Problem(name, message);
        return otherwise;
    }
}
