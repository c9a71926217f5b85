using DialInsight.Contracts.PromptAssembly;
using DialInsight.DomainPacks.Packs;
using DialInsight.PromptAssembly.Instructions;
using DialInsight.PromptAssembly.Sampling;
using DialInsight.PromptAssembly.Templates;
using DialInsight.Storage;
using Microsoft.Extensions.Caching.Memory;

namespace DialInsight.PromptAssembly.Runs;

/// <summary>A run's frozen inputs, read once and kept for a while: they never change.</summary>
internal sealed class RunInputs(PromptAssemblyStore store, TemplateCatalogue templates) : IDisposable
{
    private static readonly MemoryCacheEntryOptions s_entry = new() { Size = 1, SlidingExpiration = TimeSpan.FromMinutes(10) };

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = 4096 });

    /// <summary>An open cell, or null while it is not open.</summary>
    public async Task<CellDocument?> CellAsync(string runId, string cellId, CancellationToken cancellationToken)
    {
        string id = CellDocument.IdOf(runId, cellId);
        if (_cache.TryGetValue(("cell", id), out CellDocument? known))
            return known;

        CellDocument? cell = (await store.Cells.FindAsync(id, cancellationToken))?.Document;
        if (cell is { Open: true })
            _cache.Set(("cell", id), cell, s_entry);
        return cell;
    }

    /// <summary>The pack that a run's recipe names, with the edits that were in force when it started.</summary>
    /// <exception cref="InvalidOperationException">This process was started without it.</exception>
    public async Task<DomainPack> PackAsync(RunDocument run, CancellationToken cancellationToken) =>
        _cache.TryGetValue(("pack", run.Id), out DomainPack? known)
            ? known!
            : _cache.Set(("pack", run.Id), await templates.AtAsync(run.Recipe.Domain, run.TemplateVersions, cancellationToken), s_entry);

    /// <summary>What a candidate pairs; null when the cell has no such candidate.</summary>
    public async Task<Candidate?> CandidateAsync(CellDocument cell, int slot, int number, CancellationToken cancellationToken)
    {
        long index = CandidateOrder.Index(slot, number, cell.Target);
        if (CandidateOrder.Pair(index, cell.Dialogues, cell.Instructions.Count) is not { } pair)
            return null;

        DialogueChunk chunk = await ChunkAsync(cell, pair.Dialogue / DialogueChunk.Size, cancellationToken);
        InstructionDocument instruction = await InstructionAsync(cell.Instructions[pair.Instruction], cancellationToken);
        int variant = Variant(pair.Dialogue, pair.Round, cell.Instructions.Count);
        int place = pair.Dialogue % DialogueChunk.Size;
        return new Candidate(chunk.Transcripts[place], chunk.Windows.GetValueOrDefault(place), instruction, variant);
    }

    /// <summary>Which of an instruction's variants a candidate uses.</summary>
    public static int Variant(int dialogue, int round, int instructions) => ((dialogue / instructions) + round) % Assembly.PromptLibrary.VariantsPerInstruction;

    /// <inheritdoc/>
    public void Dispose() => _cache.Dispose();

    private async Task<DialogueChunk> ChunkAsync(CellDocument cell, int number, CancellationToken cancellationToken)
    {
        string id = DialogueChunk.IdOf(cell.RunId, cell.CellId, number);
        if (_cache.TryGetValue(("chunk", id), out DialogueChunk? known))
            return known!;

        Versioned<DialogueChunk> chunk = await store.Dialogues.FindAsync(id, cancellationToken)
            ?? throw new InvalidOperationException($"The frozen dialogues {id} are missing.");
        return _cache.Set(("chunk", id), chunk.Document, s_entry);
    }

    private async Task<InstructionDocument> InstructionAsync(string id, CancellationToken cancellationToken)
    {
        if (_cache.TryGetValue(("instruction", id), out InstructionDocument? known))
            return known!;

        Versioned<InstructionDocument> instruction = await store.Instructions.FindAsync(id, cancellationToken)
            ?? throw new InvalidOperationException($"The instruction {id} is missing.");
        return _cache.Set(("instruction", id), instruction.Document, s_entry);
    }
}

/// <summary>One pairing of a dialogue, or a window of one, with an instruction, in one of its prompt variants.</summary>
internal sealed record Candidate(string TranscriptId, TurnWindow? Window, InstructionDocument Instruction, int Variant);
