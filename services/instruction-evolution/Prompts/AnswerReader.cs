using System.Text.Json;
using DialInsight.LanguageModels;
using DialInsight.LanguageModels.Facts;

namespace DialInsight.InstructionEvolution.Prompts;

/// <summary>Reads a model's JSON. It is untrusted: what is too large, too deep or not of the asked-for shape is no answer.</summary>
internal static class AnswerReader
{
    private const int LargestAnswer = 64 * 1024;
    private const int MostInstructions = 50;
    private static readonly JsonDocumentOptions s_options = new() { MaxDepth = 10, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The instructions of a seeding answer, trimmed, at most 50, and whether the last of them broke off; null where the answer is malformed.</summary>
    public static (IReadOnlyList<string> Texts, bool CutOff)? Seeds(ModelAnswer answer) =>
        Read(answer.Text, (root, cutOff) => List(root) is { } texts ? ((IReadOnlyList<string>)texts, cutOff) : ((IReadOnlyList<string>, bool)?)null);

    /// <summary>The evolved instruction, trimmed, and whether it broke off; null where the answer is malformed or empty.</summary>
    public static (EvolveAnswer Answer, bool CutOff)? Evolved(ModelAnswer answer) =>
        Read(answer.Text, (root, cutOff) => Text(root, "instruction") is { Length: > 0 } text ? (new EvolveAnswer(text, Gain(root)), cutOff) : ((EvolveAnswer, bool)?)null);

    /// <summary>The one text under a name, trimmed; null where the answer is malformed, broken off or empty.</summary>
    public static string? Single(ModelAnswer answer, string name) =>
        Read(answer.Text, (root, cutOff) => !cutOff && Text(root, name) is { Length: > 0 } text ? (text, cutOff) : ((string, bool)?)null)?.Item1;

    private static T? Read<T>(string text, Func<JsonElement, bool, T?> shape)
        where T : struct
    {
        if (text.Length > LargestAnswer)
            return null;
        foreach ((string json, bool cutOff) in LenientJson.Candidates(text))
        {
            try
            {
                using JsonDocument document = JsonDocument.Parse(json, s_options);
                if (shape(document.RootElement, cutOff) is { } found)
                    return found;
            }
            catch (JsonException)
            {
                // Not this one.
            }
        }

        return null;
    }

    /// <summary>The list under <c>instructions</c>, or the bare list that some models give; entries may be texts or objects that hold one.</summary>
    private static string[]? List(JsonElement root)
    {
        bool named = root.ValueKind == JsonValueKind.Object;
        JsonElement list = named && root.TryGetProperty("instructions", out JsonElement under) ? under : root;
        if (list.ValueKind != JsonValueKind.Array)
            return null;
        string[] texts = [.. list.EnumerateArray().Select(Entry).OfType<string>().Where(text => text.Length > 0).Take(MostInstructions)];
        return named || texts.Length > 0 ? texts : null;
    }

    private static string? Entry(JsonElement entry) => entry.ValueKind == JsonValueKind.String ? entry.GetString()!.Trim() : Text(entry, "instruction") ?? Text(entry, "text");

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString()!.Trim() : null;

    /// <summary>What the model says of the gain; one that says nothing leaves it to the words.</summary>
    private static bool Gain(JsonElement root) =>
        !root.TryGetProperty("gain", out JsonElement gain) || gain.ValueKind == JsonValueKind.True
        || (gain.ValueKind == JsonValueKind.String && !string.Equals(gain.GetString(), "false", StringComparison.OrdinalIgnoreCase));
}
