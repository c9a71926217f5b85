using DialInsight.Contracts;
using DialInsight.DomainPacks.Packs;
using DialInsight.InstructionEvolution.Evolution;
using DialInsight.InstructionEvolution.Instructions;
using DialInsight.InstructionEvolution.Prompts;
using DialInsight.InstructionEvolution.Seeding;
using DialInsight.InstructionEvolution.Transcripts;
using DialInsight.LanguageModels;
using DialInsight.Storage;

namespace DialInsight.InstructionEvolution.Curation;

/// <summary>Asks a model for a better version of an instruction, for a reviewer to look at. It decides nothing.</summary>
internal sealed class Suggester(InstructionEvolutionStore store, ILanguageModels models, TranscriptPool transcripts, IDomainPacks packs, TimeProvider time)
{
    /// <summary>How many suggestions an instruction may have.</summary>
    public const int Most = 5;

    /// <summary>The instruction with one suggestion more, or the reason why the model's answer is of no use.</summary>
    /// <exception cref="ModelUnavailableException">Later may help.</exception>
    /// <exception cref="ModelRefusedRequestException">The endpoint refuses the request.</exception>
    public async Task<(Versioned<InstructionDocument>? Instruction, RejectionReason? Fault)> SuggestAsync(
        Versioned<InstructionDocument> instruction, string? guidance, string by, CancellationToken cancellationToken)
    {
        InstructionDocument document = instruction.Document;
        if (CellSubject.Find(packs, document.Domain, document.Scenario, document.TaskType, document.Language) is not { } subject)
            return (null, RejectionReason.RefusedRequest);

        IReadOnlyList<Turn> dialogue =
            document.TranscriptId is { } id && await transcripts.FindAsync(id, cancellationToken) is { } transcript ? transcript.Turns : [];
        // The draw is the suggestion's number: a call that was broken off is answered from the cache, the next suggestion is another.
        int number = document.Suggestions.Count;
        ModelRequest request = EvolvePrompt.Suggestion(subject, document.Text, guidance, number, dialogue, document.TranscriptId) with
        {
            Account = $"instruction/{document.Id}",
            Work = $"instruction/{document.Id}/{number}",
        };
        ModelAnswer answer = await models.Labeller.AnswerAsync(request, cancellationToken);
        if (answer.Stop == ModelStop.Refused || AnswerReader.Evolved(answer) is not { CutOff: false } read)
            return (null, answer.Stop == ModelStop.Refused ? RejectionReason.Refusal : RejectionReason.MalformedAnswer);

        string text = read.Answer.Instruction;
        RejectionReason? fault = Elimination.Failure(text, subject.Language)
            ?? (PromptLeak.Of(subject, InstructionPrompt.Suggest).IsIn(text) ? RejectionReason.Leak : InstructionFilter.Check(text, subject.Language, subject.BannedWords));
        if (fault is not null)
            return (null, fault);

        Suggestion suggestion = new(
            text, answer.Model, EvolvePrompt.SuggestionVersion(subject), time.GetUtcNow(), by, guidance, TextDiff.Between(document.Text, text, subject.Language), answer.Spend);
        return (await KeepAsync(instruction, suggestion, cancellationToken), null);
    }

    private async Task<Versioned<InstructionDocument>?> KeepAsync(Versioned<InstructionDocument> instruction, Suggestion suggestion, CancellationToken cancellationToken)
    {
        Versioned<InstructionDocument>? current = instruction;
        while (current is not null)
        {
            InstructionDocument more = current.Document with { Suggestions = [.. current.Document.Suggestions, suggestion] };
            if (current.Document.Text.Length == 0 || more.Suggestions.Count > Most || await store.Instructions.ReplaceAsync(more, current.Version, cancellationToken))
                return await store.Instructions.FindAsync(more.Id, cancellationToken);
            current = await store.Instructions.FindAsync(more.Id, cancellationToken);
        }

        return null;
    }
}
