using System.Text.RegularExpressions;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.DomainPacks.Packs;
using DialInsight.DomainPacks.Yaml;

namespace DialInsight.DomainPacks.Reading;

/// <summary>Reads where a field's value is found in a dialogue.</summary>
internal static partial class HintReading
{
    private const int MaximumPatterns = 20;
    private const int MaximumPatternLength = 600;

    public static FieldHint Read(YamlFields fields, FormatField field)
    {
        FieldHint hint = new()
        {
            Patterns = ReadPatterns(fields),
            Evidence = ReadEvidence(fields, field),
            Speaker = fields.OptionalText("speaker"),
        };
        if (hint.Speaker is not (null or "customer" or "staff"))
            fields.Problem("speaker", $"\"{hint.Speaker}\" must be customer or staff; leave it out for everybody");
        if (hint.Patterns.Count == 0 && hint.Evidence.Count == 0 && hint.Speaker is null)
            fields.Problem("", "must hold patterns, evidence or a speaker");
        fields.RefuseOthers();
        return hint;
    }

    private static List<string> ReadPatterns(YamlFields fields)
    {
        IReadOnlyList<YamlScalar> patterns = fields.Texts("patterns");
        if (patterns.Count > MaximumPatterns)
            fields.Problem("patterns", $"must be {MaximumPatterns} at most");
        foreach (YamlScalar pattern in patterns)
        {
            if (Fault(pattern.Value) is { } fault)
                fields.Problem(pattern.Line, "patterns", $"\"{pattern.Value}\" is no pattern that can be used: {fault}");
        }

        return [.. patterns.Select(pattern => pattern.Value)];
    }

    /// <summary>
    /// Why a pattern cannot be used. Only what runs in linear time may: patterns meet text that strangers wrote. Building the linear engine
    /// takes milliseconds a pattern, so that at the start only those with a construct that it may refuse are built.
    /// </summary>
    private static string? Fault(string pattern)
    {
        if (pattern.Length > MaximumPatternLength)
            return $"it is longer than {MaximumPatternLength} characters";
        try
        {
            RegexOptions engine = Doubtful().IsMatch(pattern) ? RegexOptions.NonBacktracking : RegexOptions.None;
            return new Regex(pattern, engine | RegexOptions.CultureInvariant).IsMatch("") ? "it matches where nothing is said" : null;
        }
        catch (Exception problem) when (problem is ArgumentException or NotSupportedException)
        {
            return problem.Message.ReplaceLineEndings(" ");
        }
    }

    /// <summary>Groups with a question mark that are not plain, references to what matched before, and long repetitions.</summary>
    [GeneratedRegex(@"\(\?[^:]|\\[1-9kG]|[{,][0-9]{4,}")]
    private static partial Regex Doubtful();

    private static Dictionary<string, IReadOnlyList<string>> ReadEvidence(YamlFields fields, FormatField field)
    {
        Dictionary<string, IReadOnlyList<string>> evidence = new(StringComparer.Ordinal);
        if (fields.Map("evidence") is not { } map)
            return evidence;
        IReadOnlyList<string> values = field.Type == FormatFieldType.Boolean ? ["true", "false"] : field.Choices;
        if (values.Count == 0)
            fields.Problem("evidence", "is for fields of type choice and boolean only");
        foreach (YamlEntry entry in map.Entries())
        {
            if (values.Count > 0 && !values.Contains(entry.Key))
                map.Problem(entry.Line, entry.Key, "is none of the field's choices" + MistypedName.Hint(entry.Key, values));
            evidence[entry.Key] = [.. map.Texts(entry.Key).Select(word => word.Value)];
        }

        return evidence;
    }
}
