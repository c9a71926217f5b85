using System.Text.Encodings.Web;
using System.Text.Json;

namespace DialInsight.Datasets.Page;

/// <summary>Answers as people read them.</summary>
internal static class Readable
{
    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true, NewLine = "\n" };

    /// <summary>The answer; where it is an object, with a field a line.</summary>
    public static string Of(string answer)
    {
        if (!answer.StartsWith('{'))
            return answer;
        try
        {
            return JsonSerializer.Serialize(JsonSerializer.Deserialize<JsonElement>(answer), s_json);
        }
        catch (JsonException)
        {
            return answer;
        }
    }
}
