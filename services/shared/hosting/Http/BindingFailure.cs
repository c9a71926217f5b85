using System.Text.RegularExpressions;

namespace DialInsight.Hosting.Http;

/// <summary>The framework's words on a parameter that it cannot read, without the names of our types.</summary>
internal static partial class BindingFailure
{
    /// <summary>What is wrong with which parameter; other messages as they are.</summary>
    public static string Explain(string message) => Failed().Match(message) is { Success: true } match
        ? $"The parameter {char.ToLowerInvariant(match.Groups["name"].Value[0])}{match.Groups["name"].Value[1..]} cannot be \u201C{match.Groups["value"].Value}\u201D; /openapi/v1.json tells what it can be."
        : message;

    [GeneratedRegex("^Failed to bind parameter \"(?<type>[^\"]+) (?<name>\\w+)\" from \"(?<value>[^\"]*)\"\\.$", RegexOptions.ExplicitCapture)]
    private static partial Regex Failed();
}
