using DialInsight.DomainPacks.Packs;
using DialInsight.InstructionEvolution.Instructions;
using DialInsight.InstructionEvolution.Prompts;
using DialInsight.InstructionEvolution.Seeding;
using DialInsight.LanguageModels;
using DialInsight.LanguageModels.Facts;

namespace DialInsight.InstructionEvolution.Evolution;

/// <summary>Reads what an operator's call brought, and holds it against the elimination rules and the filters.</summary>
internal static class OutcomeCheck
{
    /// <summary>The new instruction, null where the answer held none; and why it falls, null where it does not.</summary>
    public static (string? Text, RejectionReason? Fault) Of(ModelAnswer answer, string parent, EvolutionOperator @operator, OperatorMethod method, CellSubject subject)
    {
        string language = subject.Language;
        if (answer.Stop == ModelStop.Refused || AnswerReader.Evolved(answer) is not { } read)
            return (null, Fault(answer, language));

        EvolveAnswer evolved = read.Answer;
        RejectionReason? fault = PromptLeak.Of(subject, InstructionPrompt.Evolve, method.Text).IsIn(evolved.Instruction) ? RejectionReason.Leak : null;
        fault ??= Elimination.Check(parent, evolved.Instruction, evolved.Gain, @operator, language)
            ?? InstructionFilter.Check(evolved.Instruction, language, subject.BannedWords, answer.Stop == ModelStop.Length || read.CutOff);
        return (evolved.Instruction, fault);
    }

    private static RejectionReason Fault(ModelAnswer answer, string language)
    {
        if (answer.Stop == ModelStop.Refused || Elimination.IsShortRefusal(answer.Text, language))
            return RejectionReason.Refusal;
        return answer.Stop == ModelStop.Length ? RejectionReason.Truncated : string.IsNullOrWhiteSpace(answer.Text) ? RejectionReason.NoContent : RejectionReason.MalformedAnswer;
    }
}
