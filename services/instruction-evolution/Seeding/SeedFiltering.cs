using DialInsight.DomainPacks.Packs;
using DialInsight.InstructionEvolution.Batches;
using DialInsight.InstructionEvolution.Instructions;
using DialInsight.InstructionEvolution.Prompts;
using DialInsight.Storage;

namespace DialInsight.InstructionEvolution.Seeding;

/// <summary>Holds a model's seeds against the filters and the pool, and keeps every one of them with its verdict.</summary>
internal sealed class SeedFiltering(InstructionEvolutionStore store, InstructionIndex index, TimeProvider time)
{
    /// <summary>Places of a draw's seeds begin here, behind the exemplars.</summary>
    private const int PlacesADraw = 100;

    /// <summary>How many were taken, and why the others fell. What an interrupted call kept is found again and counts the same.</summary>
    public async Task<(int Taken, IReadOnlyList<RejectionReason> Drops)> TakeAsync(
        BatchDocument batch, SeedPlan plan, CellSubject subject, SeedAnswers answers, CancellationToken cancellationToken)
    {
        HashSet<string> siblings = await SiblingsAsync(batch, cancellationToken);
        await index.CatchUpAsync(batch.Domain, batch.Language, cancellationToken);
        PromptLeak leak = PromptLeak.Of(subject, InstructionPrompt.Seed);
        SimilarityPool own = new(batch.Language, []);
        HashSet<string> seen = new(StringComparer.Ordinal);
        List<RejectionReason> drops = [];
        int taken = 0;
        for (int place = 0; place < answers.Texts.Count; place++)
        {
            string text = answers.Texts[place];
            bool cutOff = answers.CutOff && place == answers.Texts.Count - 1;
            RejectionReason? verdict = leak.IsIn(text) ? RejectionReason.Leak : InstructionFilter.Check(text, subject.Language, subject.BannedWords, cutOff);
            InstructionDocument? similar = verdict is null ? await SimilarAsync(text) : null;
            verdict ??= similar is not null || own.HasSimilar(text, batch.Curation.MaximumSimilarity) ? RejectionReason.Duplicate
                : taken >= plan.Wanted ? RejectionReason.Surplus
                : null;
            InstructionDocument seed = InstructionDraft.Seed(
                batch, text, answers.Model, (PlacesADraw * (batch.CycleDraws + 1)) + place, verdict, time.GetUtcNow()) with
            { PromptVersion = SeedPrompt.Version(subject), TranscriptId = plan.TranscriptId, SimilarTo = similar?.Id, Cost = answers.Spend.Sum(spend => spend.Cost) / answers.Texts.Count };

            verdict = seen.Add(seed.Id) ? await KeepAsync(seed, cancellationToken) : RejectionReason.Duplicate;
            if (verdict is null)
            {
                taken++;
                own.Add(text);
            }
            else if (verdict != RejectionReason.Surplus)
            {
                drops.Add(verdict.Value);
            }
        }

        return (taken, drops);

        Task<InstructionDocument?> SimilarAsync(string text) => index.FindAsync(
            batch.Domain, batch.Language, text, batch.Curation.MaximumSimilarity, known => known.IsPoolMember && IsBefore(known, batch, siblings), cancellationToken);
    }

    /// <summary>Keeps the seed and answers the verdict that holds for it: one that is kept already from an interrupted call keeps its own.</summary>
    private async Task<RejectionReason?> KeepAsync(InstructionDocument seed, CancellationToken cancellationToken)
    {
        if (await store.Instructions.InsertAsync(seed, cancellationToken))
            return seed.Rejection;

        Versioned<InstructionDocument> known = (await store.Instructions.FindAsync(seed.Id, cancellationToken))!;
        if (known.Document.BatchId == seed.BatchId && known.Document.Draw == seed.Draw && known.Document.ParentId is null)
            return known.Document.Rejection is RejectionReason.AtGate or RejectionReason.Edited ? null : known.Document.Rejection;
        if (known.Document.Rejection is not (RejectionReason.Surplus or RejectionReason.Cancelled) || seed.Rejection is not null)
            return RejectionReason.Duplicate;

        // Nothing was held against it before: it is taken up now.
        return await store.Instructions.ReplaceAsync(seed.After(known.Document), known.Version, cancellationToken) ? null : RejectionReason.Duplicate;
    }

    /// <summary>The batches of the run's earlier cells.</summary>
    private async Task<HashSet<string>> SiblingsAsync(BatchDocument batch, CancellationToken cancellationToken)
    {
        HashSet<string> siblings = new(StringComparer.Ordinal);
        if (batch.RunId is null)
            return siblings;
        await foreach (Versioned<BatchDocument> other in store.Batches.StreamAsync(Query.All.Where("run", batch.RunId), cancellationToken))
        {
            if (other.Document.Order < batch.Order)
                siblings.Add(other.Document.Id);
        }

        return siblings;
    }

    /// <summary>
    /// Whether seeds must differ from an instruction: one that was there before the batch was asked for, a seed of its run's earlier cells, or its
    /// own of an earlier draw. Not what other cells are making meanwhile, which would make timing matter.
    /// </summary>
    private static bool IsBefore(InstructionDocument instruction, BatchDocument batch, HashSet<string> siblings) => instruction.BatchId == batch.Id
        ? instruction.IsExemplar || instruction.Draw < batch.Draws
        : instruction.CreatedAt < batch.RequestedAt || (instruction.ParentId is null && instruction.BatchId is { } other && siblings.Contains(other));
}
