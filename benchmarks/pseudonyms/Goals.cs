using System.Globalization;

namespace DialInsight.Benchmarks.Pseudonyms;

/// <summary>The recall that each type has to reach, by the kind of set: dialogue, business text or other.</summary>
internal static class Goals
{
    /// <summary>Whether the goal is met; empty where nothing is labelled.</summary>
    public static string Verdict(string set, string type, Score score)
    {
        if (score.Recall is not { } recall)
            return "";
        double goal = Recall(set, type);
        return string.Create(CultureInfo.InvariantCulture, $"{(recall >= goal ? "met" : "below")} {goal:0.00}");
    }

    private static double Recall(string set, string type)
    {
        if (type.StartsWith("name", StringComparison.Ordinal))
            return set.Contains("dialogue", StringComparison.Ordinal) || set.StartsWith("zh-", StringComparison.Ordinal) ? 0.90 : set.StartsWith("zh", StringComparison.Ordinal) ? 0.85 : 0.80;
        if (type.StartsWith("address", StringComparison.Ordinal))
            return 0.85;
        return type.Contains("spoken", StringComparison.Ordinal) || type.Contains("pair", StringComparison.Ordinal) || type.Contains("filler", StringComparison.Ordinal) || type.Contains("mixed", StringComparison.Ordinal) || type.Contains("circled", StringComparison.Ordinal) ? 0.95 : 0.98;
    }
}
