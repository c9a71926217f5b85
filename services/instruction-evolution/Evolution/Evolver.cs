using DialInsight.Contracts;
using DialInsight.InstructionEvolution.Batches;
using DialInsight.InstructionEvolution.Instructions;
using DialInsight.InstructionEvolution.Prompts;
using DialInsight.InstructionEvolution.Seeding;
using DialInsight.InstructionEvolution.Transcripts;
using DialInsight.LanguageModels;

namespace DialInsight.InstructionEvolution.Evolution;

/// <summary>Has a model make an instruction out of another, and judges what came back.</summary>
internal sealed class Evolver(ILanguageModels models, TranscriptPool transcripts, TimeProvider time)
{
    /// <summary>What an operator made of an instruction.</summary>
    /// <exception cref="ModelUnavailableException">Later may help.</exception>
    public async Task<Evolution> EvolveAsync(BatchDocument batch, CellSubject subject, InstructionDocument parent, CancellationToken cancellationToken)
    {
        EvolutionOperator @operator = EvolutionOperator.At(Start(batch), parent.Position + batch.Cycle, batch.Round, batch.Curation.BreadthShare);
        OperatorMethod method = batch.Methods.FirstOrDefault(tuned => tuned.Operator == @operator.Id) ?? OperatorMethod.Of(subject, @operator.Id);
        string? transcriptId = Grounding(batch, parent);
        TranscriptDocument? transcript = transcriptId is null ? null : await transcripts.FindAsync(transcriptId, cancellationToken);
        IReadOnlyList<Turn> dialogue = transcript?.Turns ?? [];
        // What is made without a dialogue that was erased does not derive from it.
        transcriptId = transcript?.Id;
        try
        {
            ModelRequest request = batch.Paying(EvolvePrompt.Request(subject, method, parent.Text, dialogue, transcriptId), parent.Id);
            ModelAnswer answer = await models.Labeller.AnswerAsync(request, cancellationToken);
            return Judge(batch, subject, parent, @operator, method, answer) with { TranscriptId = transcriptId, Method = method };
        }
        catch (ModelRefusedRequestException)
        {
            return new Evolution(null, RejectionReason.RefusedRequest, []) { Method = method };
        }
    }

    private Evolution Judge(
        BatchDocument batch, CellSubject subject, InstructionDocument parent, EvolutionOperator @operator, OperatorMethod method, ModelAnswer answer)
    {
        (string? text, RejectionReason? fault) = OutcomeCheck.Of(answer, parent.Text, @operator, method, subject);
        if (text is null)
            return new Evolution(null, fault, [answer.Spend]);

        InstructionDocument child = InstructionDraft.Evolved(batch, parent, @operator.Id, text, answer.Model, fault, time.GetUtcNow());
        return new Evolution(child with { PromptVersion = EvolvePrompt.Version(subject, method), Cost = answer.Spend.Cost }, fault, [answer.Spend])
        {
            AddedLength = InstructionWords.Length(text, subject.Language) - InstructionWords.Length(parent.Text, subject.Language),
        };
    }

    /// <summary>Where the operators begin to be dealt out: fixed for a cell, other for each, and the same in every run.</summary>
    private static int Start(BatchDocument batch) => batch.Pool.Aggregate(17, (hash, character) => ((hash * 31) + character) & 0xFFFFFF);

    private static string? Grounding(BatchDocument batch, InstructionDocument parent) =>
        batch.GroundingTranscripts.Count == 0 ? null : batch.GroundingTranscripts[(parent.Position + batch.Round) % batch.GroundingTranscripts.Count];
}

/// <summary>What came of evolving an instruction.</summary>
/// <param name="Child">The new instruction, or what was eliminated; null where the answer held none.</param>
/// <param name="Fault">Why it fell; null where it did not.</param>
/// <param name="Spend">What the call used.</param>
internal sealed record Evolution(InstructionDocument? Child, RejectionReason? Fault, IReadOnlyList<ModelSpend> Spend)
{
    /// <summary>The transcript that grounded it.</summary>
    public string? TranscriptId { get; init; }

    /// <summary>What the operator asked.</summary>
    public OperatorMethod? Method { get; init; }

    /// <summary>By how much the outcome is longer than its parent, in its language's measure.</summary>
    public int AddedLength { get; init; }

    /// <summary>What it adds to its operator's figures; <paramref name="fault"/> is why it fell in the end.</summary>
    public OperatorTally Tally(RejectionReason? fault) => new OperatorTally
    {
        Operator = Method!.Operator,
        Method = Method.Reference,
        Applied = 1,
        Kept = fault is null ? 1 : 0,
        AddedLength = fault is null ? AddedLength : 0,
        Dropped = fault is { } reason ? new Dictionary<RejectionReason, int> { [reason] = 1 } : new Dictionary<RejectionReason, int>(),
    }.Paying(Spend);

    /// <summary>What the calls add to them while the round is not over.</summary>
    public OperatorTally Payment() => new OperatorTally { Operator = Method!.Operator, Method = Method.Reference }.Paying(Spend);
}
