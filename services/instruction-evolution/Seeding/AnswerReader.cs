using System.Text.Json;
using DialInsight.LanguageModels;
using DialInsight.LanguageModels.Facts;

namespace DialInsight.InstructionEvolution.Seeding;

/// <summary>Reads a model's JSON. It is untrusted: what is too large, too deep or not of the asked-for shape is no answer.</summary>
internal static class AnswerReader
{
    private const int LargestAnswer = 64 * 1024;
    private const int MostInstructions = 50;
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web) { MaxDepth = 8 };

    /// <summary>The instructions of a seeding answer, trimmed, at most 50; null where it is malformed.</summary>
    public static IReadOnlyList<string>? Seeds(ModelAnswer answer)
    {
        IReadOnlyList<string?>? instructions = Read<SeedAnswer>(answer.Text)?.Instructions;
        return instructions is null
            ? null
            : [.. instructions.Select(instruction => instruction?.Trim()).OfType<string>().Where(instruction => instruction.Length > 0).Take(MostInstructions)];
    }

    /// <summary>The evolved instruction, trimmed; null where the answer is malformed or empty.</summary>
    public static EvolveAnswer? Evolved(ModelAnswer answer) =>
        Read<EvolveAnswer>(answer.Text) is { } evolved && !string.IsNullOrWhiteSpace(evolved.Instruction)
            ? evolved with { Instruction = evolved.Instruction.Trim() }
            : null;

    /// <summary>The outermost object of the text, which may stand in a fence or among words.</summary>
    private static T? Read<T>(string text)
        where T : class
    {
        int start = text.IndexOf('{', StringComparison.Ordinal), end = text.LastIndexOf('}');
        if (text.Length > LargestAnswer || start < 0 || end < start)
            return null;
        try
        {
            return JsonSerializer.Deserialize<T>(text.AsSpan(start, end - start + 1), s_options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
