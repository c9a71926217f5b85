using DialInsight.Contracts.Ingest;
using DialInsight.InstructionEvolution.Batches;
using DialInsight.InstructionEvolution.Instructions;
using DialInsight.LanguageModels.Facts;

namespace DialInsight.InstructionEvolution.Tests;

public sealed class When_a_transcript_is_erased
{
    [Fact]
    public async Task Nothing_is_left_of_it_no_late_copy_brings_it_back_and_batches_go_on_without_it()
    {
        using DataFolder folder = new();
        WrittenModel model = new();
        await using EvolutionHost host = await EvolutionHost.StartAsync(folder.Path, model);
        TranscriptErased erased = new() { Id = Guid.NewGuid(), OccurredAt = TimeProvider.System.GetUtcNow(), ErasureId = "e", TranscriptId = "t1", Subject = "s" };

        await host.PublishAsync(Given.Transcript("t2"));
        await host.PublishAsync(erased);
        await EvolutionHost.UntilAsync(async () => await host.Store.Transcripts.FindAsync("t1", CancellationToken.None) is not null, "the tombstone is there");
        await host.PublishAsync(Given.Transcript("t1"));
        await host.PublishAsync(Given.Run("r", Given.OneRound));
        await host.CompletedAsync(BatchDocument.IdOf("r", "buying/summarisation"));

        Assert.Empty((await host.Store.Transcripts.FindAsync("t1", CancellationToken.None))!.Document.Turns);
        Assert.All(model.Paid.Where(request => request.Transcripts.Contains("t1")), request => Assert.Empty(request.Facts switch
        {
            SeedFacts seed => seed.Dialogue,
            EvolveFacts evolve => evolve.Dialogue,
            _ => [],
        }));
    }

    [Fact]
    public async Task Approved_instructions_made_from_it_are_retired_and_drafts_lose_their_text()
    {
        using DataFolder folder = new();
        await using EvolutionHost host = await EvolutionHost.StartAsync(folder.Path, new WrittenModel());
        await host.PublishAsync(Given.Transcript("t1"));
        await host.PublishAsync(Given.Transcript("t2"));
        await host.PublishAsync(Given.Run("r", Given.OneRound));
        string batch = BatchDocument.IdOf("r", "buying/summarisation");
        await host.CompletedAsync(batch);
        List<InstructionDocument> before = await host.InstructionsAsync(batch);
        Assert.Contains(before, instruction => instruction.TranscriptId == "t1");

        await host.PublishAsync(new TranscriptErased { Id = Guid.NewGuid(), OccurredAt = TimeProvider.System.GetUtcNow(), ErasureId = "e", TranscriptId = "t1", Subject = "s" });
        await EvolutionHost.UntilAsync(() => Task.FromResult(host.Facts.Erased.Count > 0), "it is answered");

        List<InstructionDocument> after = await host.InstructionsAsync(batch);
        HashSet<string> derived = [.. before.Where(instruction => instruction.TranscriptId == "t1").Select(instruction => instruction.Id)];
        while (before.Any(instruction => instruction.ParentId is { } parent && derived.Contains(parent) && derived.Add(instruction.Id)))
        {
            // Children of children.
        }

        Assert.All(after, instruction => Assert.Equal(
            derived.Contains(instruction.Id),
            instruction is { State: InstructionState.Retired } or { State: InstructionState.Rejected, Rejection: RejectionReason.Erased, Text: "" }));
        Assert.Equal(after.Count(instruction => instruction.State == InstructionState.Retired), host.Facts.Retired.Count);
        Assert.Equal(derived.Count, host.Facts.Erased[0].Counts["instructions"]);
    }
}
