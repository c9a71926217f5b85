using System.Text.Json;
using System.Text.RegularExpressions;

namespace DialInsight.DomainPacks.Yaml;

/// <summary>Reads enumerations the way YAML files spell them: <c>scenario-description</c>.</summary>
internal static partial class KebabCase
{
    /// <summary>A value's spelling.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Boundary().Replace(value.ToString(), "-$0").ToLowerInvariant();

    /// <summary>A required value of an enumeration; its first one and a problem when it is another word.</summary>
    public static T Value<T>(YamlFields fields, string name, T? otherwise = null)
        where T : struct, Enum
    {
        string? text = otherwise is null ? fields.Text(name) : fields.OptionalText(name);
        if (string.IsNullOrEmpty(text))
            return otherwise ?? default;
        foreach (T value in Enum.GetValues<T>())
        {
            // As JSON spells it, too: what an API shows can be sent back.
            if (Of(value) == text || JsonNamingPolicy.CamelCase.ConvertName(value.ToString()) == text)
                return value;
        }

        fields.Problem(name, $"must not be \"{text}\"{MistypedName.Hint(text, Enum.GetValues<T>().Select(Of))}");
        return otherwise ?? default;
    }

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex Boundary();
}
