using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace DialInsight.Hosting.Http;

/// <summary>The framework's words on what it cannot read of a request, without the names of our types.</summary>
internal static partial class BindingFailure
{
    /// <summary>What is wrong with which parameter and what it may be; other messages as they are.</summary>
    public static string Explain(string message, Endpoint? endpoint)
    {
        if (Failed().Match(message) is { Success: true } failed)
        {
            string name = Named(failed);
            string what = AllowedValues.OfParameter(endpoint, name) is { } allowed ? $": it must be one of {allowed}." : "; /openapi/v1.json tells what it can be.";
            return $"The parameter {name} cannot be \u201C{failed.Groups["value"].Value}\u201D{what}";
        }

        if (message.StartsWith("Implicit body inferred", StringComparison.Ordinal) || Missing().Match(message) is { Success: true } body && body.Groups["where"].Value == "body")
            return "A body is asked for: send it as JSON with Content-Type: application/json; /openapi/v1.json tells what it holds.";
        return Missing().Match(message) is { Success: true } missing ? $"The parameter {Named(missing)} is missing." : message;
    }

    /// <summary>Where a body is not what was asked for, and what may stand there.</summary>
    public static string Explain(JsonException json, Endpoint? endpoint)
    {
        string where = $"{json.Path ?? "$"}, line {json.LineNumber + 1}, position {json.BytePositionInLine + 1}";
        return AllowedValues.OfMember(endpoint, json.Path) is { } allowed
            ? $"The body is not the JSON that is asked for: look at {where}; it must be one of {allowed}."
            : $"The body is not the JSON that is asked for: look at {where}.";
    }

    private static string Named(Match match) => JsonNamingPolicy.CamelCase.ConvertName(match.Groups["name"].Value);

    [GeneratedRegex("^Failed to bind parameter \"(?<type>[^\"]+) (?<name>\\w+)\" from \"(?<value>[^\"]*)\"\\.$", RegexOptions.ExplicitCapture)]
    private static partial Regex Failed();

    [GeneratedRegex("^Required parameter \"(?<type>[^\"]+) (?<name>\\w+)\" was not provided from (?<where>[\\w ]+)\\.$", RegexOptions.ExplicitCapture)]
    private static partial Regex Missing();
}
