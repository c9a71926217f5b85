using DialInsight.InstructionEvolution.Batches;
using DialInsight.InstructionEvolution.Instructions;
using DialInsight.Storage;

namespace DialInsight.InstructionEvolution.Seeding;

/// <summary>Holds a model's seeds against the filters and the pool, and keeps every one of them with its verdict.</summary>
internal sealed class SeedFiltering(InstructionEvolutionStore store, BatchInstructions instructions, TimeProvider time)
{
    /// <summary>Places of a draw's seeds begin here, behind the exemplars.</summary>
    private const int PlacesADraw = 100;

    /// <summary>How many were taken, and why the others fell. What an interrupted call kept is found again and counts the same.</summary>
    public async Task<(int Taken, IReadOnlyList<RejectionReason> Drops)> TakeAsync(
        BatchDocument batch, SeedPlan plan, CellSubject subject, SeedAnswers answers, CancellationToken cancellationToken)
    {
        SimilarityPool pool = await PoolAsync(batch, cancellationToken);
        HashSet<string> seen = new(StringComparer.Ordinal);
        List<RejectionReason> drops = [];
        int taken = 0;
        for (int index = 0; index < answers.Texts.Count; index++)
        {
            string text = answers.Texts[index];
            RejectionReason? verdict = Verdict(text, answers.CutOff && index == answers.Texts.Count - 1);
            InstructionDocument seed = InstructionDraft.Seed(
                batch, text, answers.Model, (PlacesADraw * (batch.CycleDraws + 1)) + index, verdict, time.GetUtcNow()) with
            { PromptVersion = SeedPrompt.Version, TranscriptId = plan.TranscriptId };

            verdict = seen.Add(seed.Id) ? await KeepAsync(seed, cancellationToken) : RejectionReason.Duplicate;
            if (verdict is null)
            {
                taken++;
                pool.Add(text);
            }
            else if (verdict != RejectionReason.Surplus)
            {
                drops.Add(verdict.Value);
            }
        }

        return (taken, drops);

        RejectionReason? Verdict(string text, bool cutOff) =>
            InstructionFilter.Check(text, subject.Language, subject.BannedWords, cutOff)
            ?? (pool.HasSimilar(text, batch.Curation.MaximumSimilarity) ? RejectionReason.Duplicate
                : taken >= plan.Wanted ? RejectionReason.Surplus
                : null);
    }

    /// <summary>Keeps the seed and answers the verdict that holds for it: one that is kept already from an interrupted call keeps its own.</summary>
    private async Task<RejectionReason?> KeepAsync(InstructionDocument seed, CancellationToken cancellationToken)
    {
        if (await store.Instructions.InsertAsync(seed, cancellationToken))
            return seed.Rejection;

        Versioned<InstructionDocument> known = (await store.Instructions.FindAsync(seed.Id, cancellationToken))!;
        if (known.Document.BatchId == seed.BatchId && known.Document.Draw == seed.Draw && known.Document.ParentId is null)
            return known.Document.Rejection is RejectionReason.AtGate or RejectionReason.Edited ? null : known.Document.Rejection;
        if (known.Document.Rejection != RejectionReason.Surplus || seed.Rejection is not null)
            return RejectionReason.Duplicate;

        // Nothing was held against it before: it is taken up now.
        InstructionDocument revived = seed with { CreatedAt = known.Document.CreatedAt, History = [.. known.Document.History, .. seed.History] };
        return await store.Instructions.ReplaceAsync(revived, known.Version, cancellationToken) ? null : RejectionReason.Duplicate;
    }

    /// <summary>
    /// What the seeds must differ from: the instructions of the language that were there before the batch was asked for, the seeds of its
    /// run's earlier cells, and its own of earlier draws. Not what other cells are making meanwhile, which would make timing matter.
    /// </summary>
    private async Task<SimilarityPool> PoolAsync(BatchDocument batch, CancellationToken cancellationToken)
    {
        HashSet<string> siblings = new(StringComparer.Ordinal);
        if (batch.RunId is not null)
        {
            await foreach (Versioned<BatchDocument> other in store.Batches.StreamAsync(Query.All.Where("run", batch.RunId), cancellationToken))
            {
                if (other.Document.Order < batch.Order)
                    siblings.Add(other.Document.Id);
            }
        }

        Query language = Query.All.Where("domain", batch.Domain).Where("language", batch.Language);
        return new SimilarityPool(batch.Language, (await instructions.ReadAsync(language, cancellationToken))
            .Select(item => item.Document)
            .Where(instruction => instruction.IsPoolMember && IsBefore(instruction))
            .Select(instruction => instruction.Text));

        bool IsBefore(InstructionDocument instruction) => instruction.BatchId == batch.Id
            ? instruction.IsExemplar || instruction.Draw < batch.Draws
            : instruction.CreatedAt < batch.RequestedAt || (instruction.ParentId is null && instruction.BatchId is { } other && siblings.Contains(other));
    }
}
