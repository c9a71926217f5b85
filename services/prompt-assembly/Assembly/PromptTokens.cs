using DialInsight.DomainPacks.Formats;
using DialInsight.TextAnalysis.Tokens;

namespace DialInsight.PromptAssembly.Assembly;

/// <summary>A prompt's tokens (Qwen), the dialogue left out.</summary>
/// <param name="Text">Everything around the dialogue: its complexity L_P (Dial-insight, section 3.2).</param>
/// <param name="Instruction">The instruction alone.</param>
/// <param name="Format">The output format as it is rendered.</param>
internal sealed record PromptTokens(int Text, int Instruction, int Format)
{
    public static PromptTokens Of(PromptDocument prompt, string language) => new(
        Tokenizer.Qwen.Count(prompt.Before) + Tokenizer.Qwen.Count(prompt.After),
        Tokenizer.Qwen.Count(prompt.Instruction),
        Tokenizer.Qwen.Count(FormatText.Render(prompt.Format, language)));
}
