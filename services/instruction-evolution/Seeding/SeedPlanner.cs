using DialInsight.DomainPacks.Packs;
using DialInsight.InstructionEvolution.Batches;
using DialInsight.InstructionEvolution.Instructions;
using DialInsight.Storage;

namespace DialInsight.InstructionEvolution.Seeding;

/// <summary>Decides what the next draw takes up and asks for.</summary>
internal sealed class SeedPlanner(InstructionEvolutionStore store, BatchInstructions instructions)
{
    private const int HumanExamples = 6, GeneratedExamples = 2;
    private const int FewestAsked = 4, MostAsked = 20;

    /// <summary>Where people choose, they are shown half as many again.</summary>
    private const double Choice = 1.5;

    /// <summary>The plan: half of what is missing from the pack's exemplars, the other half from a model; what then still lacks
    /// comes from a model too, and in the last cycle from exemplars as far as there are any.</summary>
    public async Task<SeedPlan> PlanAsync(BatchDocument batch, CellSubject subject, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> exemplars = [];
        if (batch.SeedsLacking is not { } lacking)
        {
            int missing = Math.Max(0, batch.Wanted - (await instructions.ApprovedAsync(batch, cancellationToken)).Count);
            int share = batch.Cycle == 0 ? (missing + 1) / 2 : batch.Cycle == BatchEnd.Cycles - 1 ? missing : 0;
            exemplars = [.. (await UnusedAsync(batch, subject, cancellationToken)).Take(share)];
            lacking = missing - exemplars.Count;
            if (!batch.Curation.Automatic)
                lacking = (int)Math.Ceiling(lacking * Choice);
        }

        IReadOnlyList<string> transcripts = batch.GroundingTranscripts;
        return new SeedPlan
        {
            Exemplars = exemplars,
            Wanted = lacking,
            Ask = lacking == 0 ? 0 : Math.Clamp(lacking * 2, FewestAsked, MostAsked),
            TranscriptId = transcripts.Count == 0 ? null : transcripts[batch.Draws % transcripts.Count],
            Examples = lacking == 0 ? [] : await ExamplesAsync(batch, subject, cancellationToken),
        };
    }

    private async Task<IEnumerable<string>> UnusedAsync(BatchDocument batch, CellSubject subject, CancellationToken cancellationToken)
    {
        Dictionary<string, string> texts = [];
        foreach (Exemplar exemplar in subject.Exemplars)
            texts.TryAdd(InstructionDocument.IdOf(batch.Domain, batch.Scenario, batch.TaskType, batch.Language, exemplar.Text), exemplar.Text);
        IReadOnlyList<Versioned<InstructionDocument>> used = await store.Instructions.FindManyAsync(texts.Keys, cancellationToken);
        HashSet<string> taken = [.. used.Where(known => known.Document.Rejection != RejectionReason.Cancelled).Select(known => known.Document.Id)];
        return texts.Where(text => !taken.Contains(text.Key)).Select(text => text.Value);
    }

    /// <summary>
    /// Eight: six by people, of this task first, and two by models that were approved before the batch began; while there are fewer of those, people's take their
    /// place. Every draw begins elsewhere.
    /// </summary>
    private async Task<IReadOnlyList<string>> ExamplesAsync(BatchDocument batch, CellSubject subject, CancellationToken cancellationToken)
    {
        Query query = Query.All.Where("pool", batch.Pool).WhereIn("state", [InstructionState.Approved, InstructionState.Curated]);
        List<InstructionDocument> known = [.. (await instructions.ReadAsync(query, cancellationToken))
            .Select(item => item.Document)
            .Where(instruction => instruction.CreatedAt < batch.RequestedAt)];
        string[] generated = [.. known
            .Where(instruction => instruction.Origin != InstructionDocument.Human && instruction.State == InstructionState.Approved)
            .Select(instruction => instruction.Text)];
        string[] human = [.. subject.Exemplars.Select(exemplar => exemplar.Text)
            .Concat(known.Where(instruction => instruction.IsExemplar).Select(instruction => instruction.Text))
            .Concat(subject.Pack.Exemplars.Where(exemplar => exemplar.Language == subject.Language).Select(exemplar => exemplar.Text))
            .Distinct()];
        IReadOnlyList<string> shown = FromPlace(generated, batch.Draws * GeneratedExamples, GeneratedExamples);
        return [.. FromPlace(human, batch.Draws * HumanExamples, HumanExamples + GeneratedExamples - shown.Count), .. shown];
    }

    private static IReadOnlyList<string> FromPlace(string[] texts, int place, int count) =>
        [.. Enumerable.Range(0, Math.Min(count, texts.Length)).Select(step => texts[(place + step) % texts.Length])];
}
