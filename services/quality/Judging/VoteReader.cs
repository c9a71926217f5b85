using System.Text.Json;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.LanguageModels;
using DialInsight.LanguageModels.Facts;

namespace DialInsight.Quality.Judging;

/// <summary>Reads a judge's answer, which may be anything.</summary>
internal static class VoteReader
{
    private const int MostEvidence = 12;
    private const int LongestEvidence = 600;

    /// <summary>The verdict in an answer; null when there is none, or one without evidence.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="scored">Whether scores were asked for: then a verdict without them is none either.</param>
    public static JudgeAnswer? Read(ModelAnswer answer, bool scored)
    {
        if (answer.Stop != ModelStop.Finished)
            return null;
        int start = answer.Text.IndexOf('{');
        int end = answer.Text.LastIndexOf('}');
        if (start < 0 || end <= start)
            return null;
        try
        {
            using JsonDocument json = JsonDocument.Parse(answer.Text.AsMemory(start, end + 1 - start));
            return Read(json.RootElement, scored);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JudgeAnswer? Read(JsonElement verdict, bool scored)
    {
        QualityLevel? level = null;
        int? complexity = null, quality = null;
        List<string> evidence = [];
        foreach (JsonProperty property in verdict.EnumerateObject())
        {
            if (property.Name.Equals("level", StringComparison.OrdinalIgnoreCase))
                level = Level(property.Value);
            else if (property.Name.Equals("evidence", StringComparison.OrdinalIgnoreCase))
                evidence = Evidence(property.Value);
            else if (property.Name.Equals("complexity", StringComparison.OrdinalIgnoreCase))
                complexity = Score(property.Value);
            else if (property.Name.Equals("quality", StringComparison.OrdinalIgnoreCase))
                quality = Score(property.Value);
        }

        if (level is not { } decided || evidence.Count == 0)
            return null;
        if (!scored)
            return new JudgeAnswer(evidence, decided);
        return complexity is null || quality is null ? null : new JudgeAnswer(evidence, decided, complexity, quality);
    }

    private static QualityLevel? Level(JsonElement value) =>
        value.ValueKind != JsonValueKind.String ? null : value.GetString()!.Trim().ToUpperInvariant() switch
        {
            "HIGH" => QualityLevel.High,
            "MEDIUM" => QualityLevel.Medium,
            "LOW" => QualityLevel.Low,
            _ => null,
        };

    private static int? Score(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int score) && score is >= 1 and <= SampleScores.Most ? score : null;

    private static List<string> Evidence(JsonElement value)
    {
        IEnumerable<JsonElement> entries = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];
        return
        [
            .. entries.Where(entry => entry.ValueKind == JsonValueKind.String)
                .Select(entry => entry.GetString()!.Trim())
                .Where(text => text.Length > 0)
                .Select(text => text.Length > LongestEvidence ? text[..LongestEvidence] : text)
                .Take(MostEvidence),
        ];
    }
}
