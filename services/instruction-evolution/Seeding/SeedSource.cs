using DialInsight.Contracts;
using DialInsight.DomainPacks.Formats;
using DialInsight.InstructionEvolution.Batches;
using DialInsight.InstructionEvolution.Evolution;
using DialInsight.InstructionEvolution.Instructions;
using DialInsight.InstructionEvolution.Prompts;
using DialInsight.InstructionEvolution.Transcripts;
using DialInsight.LanguageModels;

namespace DialInsight.InstructionEvolution.Seeding;

/// <summary>What came of asking a model for seeds.</summary>
/// <param name="Texts">The instructions, unfiltered.</param>
/// <param name="CutOff">Whether the last of them may be cut off.</param>
/// <param name="Model">The model that answered.</param>
/// <param name="Spend">What the call used.</param>
/// <param name="Fault">Why there is no usable answer; null where there is one.</param>
internal sealed record SeedAnswers(IReadOnlyList<string> Texts, bool CutOff, string Model, IReadOnlyList<ModelSpend> Spend, RejectionReason? Fault);

/// <summary>Asks a model for seeds.</summary>
internal sealed class SeedSource(ILanguageModels models, TranscriptPool transcripts)
{
    /// <summary>Asks as the batch's plan says.</summary>
    /// <exception cref="ModelUnavailableException">Later may help.</exception>
    public async Task<SeedAnswers> AskAsync(BatchDocument batch, SeedPlan plan, CellSubject subject, CancellationToken cancellationToken)
    {
        IReadOnlyList<Turn> dialogue = plan.TranscriptId is { } id && await transcripts.FindAsync(id, cancellationToken) is { } transcript ? transcript.Turns : [];
        try
        {
            ModelAnswer answer = await models.Labeller.AnswerAsync(batch.Paying(SeedPrompt.Request(subject, plan, dialogue, batch.Draws), "seeds"), cancellationToken);
            (IReadOnlyList<string> Texts, bool CutOff)? read = answer.Stop == ModelStop.Refused ? null : AnswerReader.Seeds(answer);
            bool cutOff = answer.Stop == ModelStop.Length || read?.CutOff == true;
            return new SeedAnswers(read?.Texts ?? [], cutOff, answer.Model, [answer.Spend], Fault(answer, read?.Texts, subject.Language));
        }
        catch (ModelRefusedRequestException)
        {
            return new SeedAnswers([], false, models.Labeller.Name, [], RejectionReason.RefusedRequest);
        }
    }

    private static RejectionReason? Fault(ModelAnswer answer, IReadOnlyList<string>? texts, string language)
    {
        if (answer.Stop == ModelStop.Refused || (texts is null && (AnswerText.IsRefusal(answer.Text, language) || Elimination.IsShortRefusal(answer.Text, language))))
            return RejectionReason.Refusal;
        if (texts is null)
            return answer.Stop == ModelStop.Length ? RejectionReason.Truncated : string.IsNullOrWhiteSpace(answer.Text) ? RejectionReason.NoContent : RejectionReason.MalformedAnswer;
        return texts.Count == 0 ? RejectionReason.NoContent : null;
    }
}
