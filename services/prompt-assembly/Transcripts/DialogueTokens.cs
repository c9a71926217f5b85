using DialInsight.Contracts;
using DialInsight.TextAnalysis.Tokens;

namespace DialInsight.PromptAssembly.Transcripts;

/// <summary>Counts the tokens of dialogues (Qwen), as a prompt shows them.</summary>
internal static class DialogueTokens
{
    /// <summary>The speaker's title, a colon and a line break.</summary>
    private const int Framing = 4;

    public static int Of(IReadOnlyList<Turn> turns) => turns.Sum(Of);

    public static int Of(Turn turn) => Tokenizer.Qwen.Count(turn.Text.ReplaceLineEndings(" ")) + Framing;
}
