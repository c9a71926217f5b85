using DialInsight.Hosting.Erasure;
using DialInsight.Hosting.Facts;
using DialInsight.InstructionEvolution.Instructions;
using DialInsight.InstructionEvolution.Transcripts;
using DialInsight.InstructionEvolution.Tuning;
using DialInsight.LanguageModels.Answers;
using DialInsight.Storage;

namespace DialInsight.InstructionEvolution.Erasure;

/// <summary>
/// Removes a transcript, what models answered to requests that quoted it, and the instructions that were made from it, with all that was made of those:
/// approved ones are retired, drafts lose their text.
/// </summary>
internal sealed class TranscriptEraser(
    InstructionEvolutionStore store, FactLog<InstructionDocument> instructions, TranscriptPool transcripts, IAnswerCache answers, TimeProvider time)
    : ITranscriptEraser
{
    public async Task<IReadOnlyDictionary<string, long>> EraseAsync(string transcriptId, CancellationToken cancellationToken)
    {
        bool known = await transcripts.EraseAsync(transcriptId, cancellationToken);
        long removed = await answers.EraseTranscriptAsync(transcriptId, cancellationToken);
        long changed = 0;
        foreach (string id in await DerivedAsync(transcriptId, cancellationToken))
            changed += await EraseInstructionAsync(id, cancellationToken) ? 1 : 0;
        await EraseTrialsAsync(transcriptId, cancellationToken);
        return new Dictionary<string, long> { ["transcripts"] = known ? 1 : 0, ["instructions"] = changed, ["answers"] = removed };
    }

    /// <summary>What tunings noted of trials with the transcript.</summary>
    private async Task EraseTrialsAsync(string transcriptId, CancellationToken cancellationToken)
    {
        Query about = Query.All.Where("transcript", transcriptId);
        bool all = false;
        while (!all)
        {
            all = true;
            await foreach (Versioned<TuningDocument> tuning in store.Tunings.StreamAsync(about, cancellationToken))
                all &= await store.Tunings.ReplaceAsync(tuning.Document.WithoutDialogue(), tuning.Version, cancellationToken);
        }
    }

    /// <summary>The instructions made from the transcript, and those made of them.</summary>
    private async Task<IReadOnlyCollection<string>> DerivedAsync(string transcriptId, CancellationToken cancellationToken)
    {
        List<InstructionDocument> direct = await ReadAsync(Query.All.Where("transcript", transcriptId), cancellationToken);
        HashSet<string> derived = [.. direct.Select(instruction => instruction.Id)];
        foreach (string root in direct.Select(instruction => instruction.RootId).Distinct())
        {
            List<InstructionDocument> line = await ReadAsync(Query.All.Where("root", root), cancellationToken);
            while (line.RemoveAll(instruction => instruction.ParentId is { } parent && derived.Contains(parent) && derived.Add(instruction.Id)) > 0)
            {
                // A round more finds the children of those that were just found.
            }
        }

        return derived;
    }

    private async Task<List<InstructionDocument>> ReadAsync(Query query, CancellationToken cancellationToken)
    {
        List<InstructionDocument> found = [];
        await foreach (Versioned<InstructionDocument> instruction in store.Instructions.StreamAsync(query, cancellationToken))
            found.Add(instruction.Document);
        return found;
    }

    private async Task<bool> EraseInstructionAsync(string id, CancellationToken cancellationToken)
    {
        while (await store.Instructions.FindAsync(id, cancellationToken) is { } instruction
            && instruction.Document.WithoutDialogue(time.GetUtcNow()) is { } erased)
        {
            if (await instructions.ReplaceAsync(erased, instruction.Version, cancellationToken))
                return true;
        }

        return false;
    }
}
