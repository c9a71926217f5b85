using DialInsight.DomainPacks.Packs;
using DialInsight.PromptAssembly.Instructions;
using DialInsight.PromptAssembly.Runs;
using Microsoft.Extensions.Caching.Memory;

namespace DialInsight.PromptAssembly.Assembly;

/// <summary>Prompts by what they are made of: each is assembled, and merged by a model where the recipe says so, once.</summary>
internal sealed class PromptLibrary(PromptAssemblyStore store, NarrativeMerger merger) : IDisposable
{
    /// <summary>How many different choices of parts one instruction is used with in a cell.</summary>
    public const int VariantsPerInstruction = 4;

    private static readonly MemoryCacheEntryOptions s_entry = new() { Size = 1, SlidingExpiration = TimeSpan.FromMinutes(10) };

    // A run's choices follow from its frozen inputs: looked up once, they hold for all of its attempts.
    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = 4096 });

    /// <summary>The prompt for a variant of an instruction in a run's cell.</summary>
    public async Task<CountedPrompt> GetAsync(
        RunDocument run, CellDocument cell, DomainPack pack, InstructionDocument instruction, int variant, CancellationToken cancellationToken)
    {
        (string, string, string, int) key = (run.Id, cell.CellId, instruction.Id, variant);
        if (_cache.TryGetValue(key, out CountedPrompt? known))
            return known!;

        var draft = PromptDraft.Draw(run, pack, cell.Scenario, cell.TaskType, instruction, variant);
        PromptDocument prompt = await FindOrMakeAsync(run, draft, cancellationToken);
        return _cache.Set(key, new CountedPrompt(prompt, PromptTokens.Of(prompt, run.Recipe.Language)), s_entry);
    }

    /// <inheritdoc/>
    public void Dispose() => _cache.Dispose();

    private async Task<PromptDocument> FindOrMakeAsync(RunDocument run, PromptDraft draft, CancellationToken cancellationToken)
    {
        if (await store.Prompts.FindAsync(draft.Prompt.Id, cancellationToken) is { } known)
            return known.Document;

        PromptDocument prompt = run.Recipe.OptimiseStructure ? await OptimiseAsync(draft, run.Recipe.Language, cancellationToken) : draft.Prompt;

        // Of two that were made at once, the first stays: every attempt that chose these parts gets the same words.
        return await store.Prompts.InsertAsync(prompt, cancellationToken)
            ? prompt
            : (await store.Prompts.FindAsync(prompt.Id, cancellationToken))!.Document;
    }

    private async Task<PromptDocument> OptimiseAsync(PromptDraft draft, string language, CancellationToken cancellationToken)
    {
        (PromptDocument prompt, PartChoice choice) = draft;
        MergedNarrative merged = await merger.MergeAsync(
            MergeParts.Of(choice, prompt.Instruction, language),
            request => request with { Run = prompt.PaidBy, Work = $"prompt/{prompt.Id}/{prompt.PaidBy}" },
            cancellationToken);
        return merged.Problem is { } problem
            ? prompt with { StructureNote = problem.Message, Spend = merged.Spend }
            : prompt with { After = PromptText.After(choice, merged.Text), StructureOptimised = true, Spend = merged.Spend };
    }
}

/// <summary>A prompt with its tokens.</summary>
internal sealed record CountedPrompt(PromptDocument Document, PromptTokens Tokens);
