using DialInsight.Contracts.PromptAssembly;
using DialInsight.TextAnalysis.Tokens;

namespace DialInsight.PromptAssembly.Estimates;

/// <summary>How many tokens an answer of a format is likely to have: what its shape prescribes, and typical values in it.</summary>
internal static class AnswerLength
{
    private const int JsonOfField = 6;
    private const int LikelyItems = 5;
    private const int ItemTokens = 22;
    private const int CellTokens = 9;
    private const int LikelyCharacters = 180;

    /// <summary>The tokens that are expected.</summary>
    public static int Of(OutputFormat format, string language) => format.Kind switch
    {
        OutputFormatKind.Object => JsonOfField + format.Fields.Sum(field => Tokenizer.Qwen.Count(field.Name) + JsonOfField + ValueOf(field)),
        OutputFormatKind.Table => (Likely(format, LikelyItems) + 2) * format.Fields.Count * CellTokens,
        OutputFormatKind.List => Likely(format, LikelyItems) * ItemTokens,
        _ => (int)(Likely(format, LikelyCharacters) * (language == "zh" ? 0.7 : 0.25)),
    };

    private static int ValueOf(FormatField field) => field.Type switch
    {
        FormatFieldType.TextList => 36,
        FormatFieldType.Text when field.Quotation => 20,
        FormatFieldType.Text => 14,
        _ => 3,
    };

    // Between the bounds, nearer to the lower one: few answers use all the room they have.
    private static int Likely(OutputFormat format, int otherwise) => (format.Minimum, format.Maximum) switch
    {
        ({ } least, { } most) => least + ((most - least) / 3),
        ({ } least, null) => Math.Max(least, otherwise),
        (null, { } most) => Math.Min(most, otherwise),
        _ => otherwise,
    };
}
