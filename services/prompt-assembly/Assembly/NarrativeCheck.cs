using DialInsight.Contracts.PromptAssembly;

namespace DialInsight.PromptAssembly.Assembly;

/// <summary>Whether a model's merged narrative may stand in for the assembled one (method: stage 2, structure optimisation).</summary>
internal static class NarrativeCheck
{
    private const int LongestGrowth = 4;
    private const int LongestName = 60;

    /// <summary>What is wrong with a narrative; null when nothing is.</summary>
    public static NarrativeProblem? Problem(string narrative, string assembled, OutputFormat format)
    {
        if (string.IsNullOrWhiteSpace(narrative))
            return new(NarrativeFault.Empty, null, "the merged narrative is empty");
        if (Placeholder(narrative) is { } placeholder)
            return new(NarrativeFault.PlaceholderLeft, placeholder, $"a placeholder is left in the merged narrative: {placeholder}");
        if (narrative.Length > assembled.Length * LongestGrowth)
            return new(NarrativeFault.TooLong, null, "the merged narrative is far longer than its parts");

        IEnumerable<string> names = format.Fields.Select(field => field.Name).Concat(format.Fields.SelectMany(field => field.Choices));
        string? lost = names.FirstOrDefault(name => !narrative.Contains(name, StringComparison.Ordinal));
        return lost is null ? null : new(NarrativeFault.NameLost, lost, $"the merged narrative lost the format's name “{lost}”");
    }

    /// <summary>The first placeholder, or braces that are none, with the words beside them.</summary>
    private static string? Placeholder(string narrative)
    {
        int opened = narrative.IndexOf("{{", StringComparison.Ordinal), closed = narrative.IndexOf("}}", Math.Max(0, opened), StringComparison.Ordinal);
        return (opened, closed) switch
        {
            ( < 0, < 0) => null,
            ( >= 0, >= 0) when closed - opened <= LongestName => narrative[opened..(closed + 2)],
            ( >= 0, _) => "{{",
            _ => "}}",
        };
    }
}

/// <summary>What is wrong with a merged narrative.</summary>
/// <param name="Fault">What kind of thing.</param>
/// <param name="Name">The placeholder, or the name of the output format; null where it is about neither.</param>
/// <param name="Message">The same in words.</param>
internal sealed record NarrativeProblem(NarrativeFault Fault, string? Name, string Message);

/// <summary>What can be wrong with a merged narrative.</summary>
internal enum NarrativeFault
{
    /// <summary>The endpoint refused the request for good.</summary>
    Refused,

    /// <summary>Nothing is there, or the answer was cut off.</summary>
    Empty,

    /// <summary>A placeholder is in it.</summary>
    PlaceholderLeft,

    /// <summary>It is far longer than what it was made of.</summary>
    TooLong,

    /// <summary>A field or a choice of the output format is not in it.</summary>
    NameLost,
}
