using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace DialInsight.DomainPacks.Packs;

/// <summary>A way from one JSON value to another: names and indices, as in <c>dialog.turns</c> or <c>[1]</c> or <c>a.b[0]</c>.</summary>
public sealed partial class FieldPath
{
    private const int MaximumLength = 200;

    private readonly (string? Name, int Index)[] _steps;

    private FieldPath(string text, (string? Name, int Index)[] steps) => (Text, _steps) = (text, steps);

    /// <summary>The path as it was written.</summary>
    public string Text { get; }

    /// <summary>The name that it begins with; null where it begins with an index.</summary>
    public string? Root => _steps[0].Name;

    /// <summary>The path that a text writes; null where it writes none.</summary>
    public static FieldPath? Parse(string text)
    {
        if (text.Length > MaximumLength || !WellFormed().IsMatch(text))
            return null;
        IEnumerable<(string? Name, int Index)> steps = Step().Matches(text).Select(step => step.Groups["index"] is { Success: true } index
            ? ((string?)null, int.Parse(index.ValueSpan, CultureInfo.InvariantCulture))
            : (step.Groups["name"].Value, 0));
        return new FieldPath(text, [.. steps]);
    }

    /// <summary>The value at the end of the path; null where the path leads nowhere.</summary>
    public JsonElement? Find(JsonElement from)
    {
        JsonElement value = from;
        foreach ((string? name, int index) in _steps)
        {
            if (name is not null && value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out JsonElement field))
                value = field;
            else if (name is null && value.ValueKind == JsonValueKind.Array && index < value.GetArrayLength())
                value = value[index];
            else
                return null;
        }

        return value;
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    [GeneratedRegex(@"^(?:[^.\[\]\s][^.\[\]]*|\[\d{1,4}\])(?:\.[^.\[\]\s][^.\[\]]*|\[\d{1,4}\])*$", RegexOptions.CultureInvariant)]
    private static partial Regex WellFormed();

    [GeneratedRegex(@"\[(?<index>\d+)\]|\.?(?<name>[^.\[\]]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Step();
}
