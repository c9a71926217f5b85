using DialInsight.DomainPacks.Packs;
using DialInsight.Hosting.Facts;
using DialInsight.InstructionEvolution.Instructions;
using DialInsight.InstructionEvolution.Seeding;
using DialInsight.TextAnalysis.Language;

namespace DialInsight.InstructionEvolution.Pools;

/// <summary>Takes in a pool of instructions, line by line. Doing it again changes nothing: an instruction's id is computed from its text and its cell.</summary>
internal sealed class PoolImport(FactLog<InstructionDocument> instructions, InstructionIndex index, IDomainPacks packs, TimeProvider time)
{
    private const int WrittenAtOnce = 100;
    private const int MostTold = 1000;

    /// <summary>Takes the lines in.</summary>
    /// <param name="lines">The lines with their numbers from 1; null where a line was too long to read.</param>
    /// <param name="options">What the query asked for.</param>
    /// <param name="by">The person.</param>
    /// <param name="cancellationToken">Stops; what was taken in stays.</param>
    public async Task<ImportOutcome> TakeAsync(
        IAsyncEnumerable<(int Number, ReadOnlyMemory<byte>? Json)> lines, ImportOptions options, string by, CancellationToken cancellationToken)
    {
        List<(int Number, InstructionDocument Instruction)> waiting = [];
        List<ImportedLine> told = [];
        int added = 0, known = 0, refused = 0;
        await foreach ((int number, ReadOnlyMemory<byte>? json) in lines.WithCancellation(cancellationToken))
        {
            (InstructionDocument? instruction, string? problem) = json is { } line ? Read(line, options, by) : (null, "is longer than 1 MiB");
            string? similar = instruction is null ? null : await SimilarAsync(instruction, options, waiting, cancellationToken);
            if (instruction is null)
                Tell(ref refused, new ImportedLine(number, null, problem));
            else if (similar is not null)
                Tell(ref known, new ImportedLine(number, similar, "is too similar to this one"));
            else
                waiting.Add((number, instruction));
            if (waiting.Count >= WrittenAtOnce)
                await WriteAsync();
        }

        await WriteAsync();
        return new ImportOutcome(added, known, refused, told);

        void Tell(ref int count, ImportedLine line)
        {
            count++;
            if (told.Count < MostTold)
                told.Add(line);
        }

        async Task WriteAsync()
        {
            IReadOnlyList<bool> inserted = await instructions.InsertManyAsync([.. waiting.Select(one => one.Instruction)], cancellationToken);
            for (int place = 0; place < waiting.Count; place++)
            {
                if (inserted[place])
                    added++;
                else
                    Tell(ref known, new ImportedLine(waiting[place].Number, waiting[place].Instruction.Id, "is there already"));
            }

            waiting.Clear();
        }
    }

    private (InstructionDocument? Instruction, string? Problem) Read(ReadOnlyMemory<byte> json, ImportOptions options, string by)
    {
        (PoolLine? line, string? problem) = PoolLine.Read(json, options.Otherwise);
        if (line is null)
            return (null, problem);
        if (PersonText.Fault(line.Text) is { } fault)
            return (null, $"text {fault}");
        string language = line.Language ?? LanguageDetector.Detect(line.Text!) ?? "";
        NewInstruction request = new(line.Domain, line.Scenario, line.TaskType, language, line.Text);
        if (request.Errors(packs) is { Count: > 0 } errors)
            return (null, string.Join("; ", errors.Select(error => $"{error.Key} {error.Value[0]}")));

        DateTimeOffset now = time.GetUtcNow();
        InstructionState state = options.Approve ? InstructionState.Approved : InstructionState.Curated;
        return (request.ToDraft().Into(new Transition(state, by, now, "imported")) with
        {
            Origin = line.Origin,
            CreatedAt = now,
            ApprovedAt = options.Approve ? now : null,
            ApprovedBy = options.Approve ? by : null,
        }, null);
    }

    /// <summary>The instruction, kept or about to be, that a line is too similar to; null where nobody asked, or there is none.</summary>
    private async Task<string?> SimilarAsync(
        InstructionDocument instruction, ImportOptions options, List<(int Number, InstructionDocument Instruction)> waiting, CancellationToken cancellationToken)
    {
        if (options.MaximumSimilarity is not { } maximum)
            return null;
        if (waiting.Count == 0)
            await index.CatchUpAsync(instruction.Domain, instruction.Language, cancellationToken);
        InstructionDocument? similar = await index.FindAsync(
            instruction.Domain, instruction.Language, instruction.Text, maximum, known => known.IsPoolMember && known.Id != instruction.Id, cancellationToken);
        InstructionDocument[] same = [.. waiting.Select(one => one.Instruction).Where(one => one.Domain == instruction.Domain && one.Language == instruction.Language)];
        return similar?.Id ?? same.FirstOrDefault(one => new SimilarityPool(one.Language, [one.Text]).HasSimilar(instruction.Text, maximum))?.Id;
    }
}

/// <summary>How a pool is taken in.</summary>
/// <param name="Otherwise">What holds where a line says nothing.</param>
/// <param name="Approve">Whether prompts may use the instructions; else they are examples, and what new ones must differ from.</param>
/// <param name="MaximumSimilarity">From which ROUGE-L F on a line repeats another; null takes in all but exact repetitions.</param>
internal sealed record ImportOptions(PoolLine Otherwise, bool Approve, double? MaximumSimilarity);

/// <summary>What became of a pool.</summary>
/// <param name="Added">How many instructions are new.</param>
/// <param name="Known">How many were there already, or are too similar to others.</param>
/// <param name="Refused">How many lines could not be taken in.</param>
/// <param name="Lines">Those that were not added, the first 1,000.</param>
internal sealed record ImportOutcome(int Added, int Known, int Refused, IReadOnlyList<ImportedLine> Lines);

/// <summary>A line that was not added.</summary>
/// <param name="Line">Its number, from 1.</param>
/// <param name="Id">The instruction that is there already.</param>
/// <param name="Reason">Why.</param>
internal sealed record ImportedLine(int Line, string? Id, string? Reason);
