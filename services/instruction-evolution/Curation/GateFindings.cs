using DialInsight.Contracts;
using DialInsight.DomainPacks.Packs;
using DialInsight.InstructionEvolution.Batches;
using DialInsight.InstructionEvolution.Instructions;
using DialInsight.InstructionEvolution.Seeding;
using DialInsight.InstructionEvolution.Transcripts;
using DialInsight.Storage;

namespace DialInsight.InstructionEvolution.Curation;

/// <summary>What the rules find about an instruction that waits for a person: shown to reviewers, and recorded where they say nothing themselves.</summary>
internal sealed class GateFindings(InstructionEvolutionStore store, BatchInstructions instructions, TranscriptPool transcripts, IDomainPacks packs)
{
    /// <summary>The criteria of the instruction's gate with their findings; none where it waits at no gate, or its batch or subject is not known.</summary>
    public async Task<IReadOnlyList<Criterion>> LookAsync(InstructionDocument instruction, CancellationToken cancellationToken)
    {
        if (instruction is not { Gate: not null, BatchId: { } batchId }
            || (await store.Batches.FindAsync(batchId, cancellationToken))?.Document is not { } batch
            || CellSubject.Find(packs, batch.Domain, batch.Scenario, batch.TaskType, batch.Language) is not { } subject)
        {
            return [];
        }

        Versioned<InstructionDocument>? root = await store.Instructions.FindAsync(instruction.RootId, cancellationToken);
        IEnumerable<string> approved = (await instructions.ApprovedAsync(batch, cancellationToken))
            .Where(known => known.RootId != instruction.RootId).Select(known => known.Text);
        return (await PolicyAsync(batch, subject, cancellationToken))
            .Look(instruction, root?.Document ?? instruction, new SimilarityPool(batch.Language, approved));
    }

    /// <summary>The policy of a batch, with what its dialogues speak of.</summary>
    public async Task<GatePolicy> PolicyAsync(BatchDocument batch, CellSubject subject, CancellationToken cancellationToken)
    {
        IReadOnlyList<IReadOnlyList<Turn>> dialogues =
            [.. (await transcripts.ArrivedAsync(batch.GroundingTranscripts, cancellationToken)).Select(transcript => transcript.Turns)];
        return new GatePolicy(batch.Curation, subject, new Grounding(subject, dialogues));
    }
}
