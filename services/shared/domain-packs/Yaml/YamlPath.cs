using System.Globalization;
using System.Text.RegularExpressions;

namespace DialInsight.DomainPacks.Yaml;

/// <summary>Finds and changes values by their places, <c>cells[0].target</c>. What does not change stays the same object, so that who compares knows what did.</summary>
internal static partial class YamlPath
{
    /// <summary>The steps of a place: names, and indices as <c>[0]</c>.</summary>
    public static IReadOnlyList<string> Steps(string path) => [.. Step().Matches(path).Select(step => step.Value)];

    /// <summary>The value at a place; null where there is none.</summary>
    public static YamlNode? Find(YamlNode? node, IEnumerable<string> steps)
    {
        foreach (string step in steps)
        {
            node = node switch
            {
                YamlMap map => map.Entries.FirstOrDefault(entry => entry.Key == step)?.Value,
                YamlList list when Index(step) is { } index && index < list.Items.Count => list.Items[index],
                _ => null,
            };
        }

        return node is YamlScalar { IsNull: true } ? null : node;
    }

    /// <summary>The tree with another value at a place; null takes it out, and a mapping that becomes empty with it.</summary>
    public static YamlNode? With(YamlNode? node, ReadOnlySpan<string> steps, Func<YamlNode?, YamlNode?> value)
    {
        if (steps.IsEmpty)
            return value(node);
        return node is YamlList list && Index(steps[0]) is { } index ? InList(list, index, steps[1..], value) : InMap(node as YamlMap ?? new YamlMap(node?.Line ?? 0, []), steps, value);
    }

    private static YamlList InList(YamlList list, int index, ReadOnlySpan<string> steps, Func<YamlNode?, YamlNode?> value)
    {
        if (index >= list.Items.Count)
            return list;
        YamlNode changed = With(list.Items[index], steps, value) ?? new YamlMap(list.Items[index].Line, []);
        return ReferenceEquals(changed, list.Items[index]) ? list : list with { Items = [.. list.Items.Select((item, at) => at == index ? changed : item)] };
    }

    private static YamlMap? InMap(YamlMap map, ReadOnlySpan<string> steps, Func<YamlNode?, YamlNode?> value)
    {
        string key = steps[0];
        YamlEntry? known = map.Entries.FirstOrDefault(entry => entry.Key == key);
        YamlNode? changed = With(known?.Value, steps[1..], value);
        if (ReferenceEquals(changed, known?.Value))
            return map;
        YamlEntry[] entries = changed is null
            ? [.. map.Entries.Where(entry => entry.Key != key)]
            : known is null ? [.. map.Entries, new YamlEntry(0, key, changed)] : [.. map.Entries.Select(entry => entry.Key == key ? entry with { Value = changed } : entry)];
        return entries.Length == 0 ? null : map with { Entries = entries };
    }

    private static int? Index(string step) => step[0] == '[' ? int.Parse(step.AsSpan(1, step.Length - 2), CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"\[\d{1,6}\]|[^.\[\]]+", RegexOptions.CultureInvariant)]
    private static partial Regex Step();
}
