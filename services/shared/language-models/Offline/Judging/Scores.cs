using DialInsight.Contracts.PromptAssembly;
using DialInsight.LanguageModels.Facts;

namespace DialInsight.LanguageModels.Offline.Judging;

/// <summary>Scores from 1 to 6 by rule, for recipes that select: complexity by the kind of task, its format and the length of instruction and dialogue; quality by what of the label was said and is filled.</summary>
/// <param name="Complexity">How much is asked of whoever answers.</param>
/// <param name="Quality">How good the label is to learn from.</param>
internal readonly record struct Scores(int Complexity, int Quality)
{
    private const int Least = 1, Most = 6;
    private const int ManyFields = 6, ManyTurns = 20;
    private const int LongChinese = 60, LongEnglish = 160;

    /// <summary>The scores of one vote; the votes differ in strictness.</summary>
    public static Scores Of(JudgeFacts facts, AnswerContent content, Grounding grounding)
    {
        double strictness = ((facts.Vote % 3) - 1) * Judge.VoteStep;
        return new Scores(ComplexityOf(facts.Assignment), facts.GateFailures.Count > 0 ? Least : QualityOf(content, grounding, strictness));
    }

    private static int ComplexityOf(LabelAssignment assignment)
    {
        int score = assignment.TaskKind switch
        {
            TaskKind.InformationExtraction => 2,
            TaskKind.Summarisation => 2,
            TaskKind.SpeechGeneration => 3,
            _ => 4,
        };
        score += assignment.Format.Fields.Count >= ManyFields ? 1 : 0;
        score += assignment.Turns.Count >= ManyTurns ? 1 : 0;
        score += assignment.Instruction.Length >= (assignment.Language == "zh" ? LongChinese : LongEnglish) ? 1 : 0;
        return Math.Clamp(score, Least, Most);
    }

    private static int QualityOf(AnswerContent content, Grounding grounding, double strictness)
    {
        double share = (0.7 * grounding.Share) + (0.3 * content.Filled) - strictness;
        return Math.Clamp((int)Math.Round(Least + ((Most - Least) * share), MidpointRounding.AwayFromZero) - grounding.InventedNumbers, Least, Most);
    }
}
