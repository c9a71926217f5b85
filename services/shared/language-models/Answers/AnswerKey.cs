using System.Globalization;
using DialInsight.LanguageModels.Settings;
using DialInsight.Storage;

namespace DialInsight.LanguageModels.Answers;

/// <summary>The identity of a request: what decides its answer, and nothing else.</summary>
internal static class AnswerKey
{
    /// <summary>SHA-256 over endpoint host, model, parameters, schema, draw and messages.</summary>
    public static string Of(ModelRequest request, LanguageModelSettings settings)
    {
        List<string> parts =
        [
            settings.Endpoint.Host,
            settings.Model,
            (request.Temperature ?? settings.Temperature)?.ToString("R", CultureInfo.InvariantCulture) ?? "",
            (request.MaximumOutputTokens ?? settings.MaximumOutputTokens)?.ToString(CultureInfo.InvariantCulture) ?? "",
            request.ResponseSchema ?? "",
            request.Draw.ToString(CultureInfo.InvariantCulture),
        ];
        foreach (ModelMessage message in request.Messages)
            parts.AddRange(message.Role, message.Text);
        // Only where it is asked for, so that answers which were bought before it could be keep their keys.
        if (request.TopLogProbabilities is { } top)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"logprobs {top}"));
        return DeterministicId.Of(64, [.. parts]);
    }
}
