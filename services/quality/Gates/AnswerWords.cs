using System.Text;
using System.Text.Json;
using DialInsight.Contracts.PromptAssembly;

namespace DialInsight.Quality.Gates;

/// <summary>The words of an answer that its model chose: without field names, and without the values that the format prescribes.</summary>
internal static class AnswerWords
{
    /// <summary>The words; the answer itself where it is not an object.</summary>
    public static string Of(OutputFormat format, string answer)
    {
        if (format.Kind != OutputFormatKind.Object)
            return answer;
        try
        {
            using JsonDocument json = JsonDocument.Parse(answer);
            return json.RootElement.ValueKind == JsonValueKind.Object ? Words(format, json.RootElement) : answer;
        }
        catch (JsonException)
        {
            return answer;
        }
    }

    private static string Words(OutputFormat format, JsonElement answer)
    {
        HashSet<string> prescribed = [.. format.Fields.Where(field => field.Type == FormatFieldType.Choice).Select(field => field.Name)];
        var words = new StringBuilder();
        foreach (JsonProperty property in answer.EnumerateObject().Where(property => !prescribed.Contains(property.Name)))
            Append(words, property.Value);
        return words.ToString();
    }

    private static void Append(StringBuilder words, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String)
            words.Append(value.GetString()).Append('\n');
        else if (value.ValueKind == JsonValueKind.Array)
            foreach (JsonElement item in value.EnumerateArray())
                Append(words, item);
    }
}
