using DialInsight.Contracts.PromptAssembly;

namespace DialInsight.PromptAssembly.Assembly;

/// <summary>Whether a model's merged narrative may stand in for the assembled one (method: stage 2, structure optimisation).</summary>
internal static class NarrativeCheck
{
    private const int LongestGrowth = 4;

    /// <summary>What is wrong with a narrative; null when nothing is.</summary>
    public static string? Problem(string narrative, string assembled, OutputFormat format)
    {
        if (string.IsNullOrWhiteSpace(narrative))
            return "the merged narrative is empty";
        if (narrative.Contains("{{", StringComparison.Ordinal) || narrative.Contains("}}", StringComparison.Ordinal))
            return "a placeholder is left in the merged narrative";
        if (narrative.Length > assembled.Length * LongestGrowth)
            return "the merged narrative is far longer than its parts";

        IEnumerable<string> names = format.Fields.Select(field => field.Name).Concat(format.Fields.SelectMany(field => field.Choices));
        string? lost = names.FirstOrDefault(name => !narrative.Contains(name, StringComparison.Ordinal));
        return lost is null ? null : $"the merged narrative lost the format's name “{lost}”";
    }
}
