using DialInsight.Contracts.Ingest;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.InstructionEvolution.Batches;
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
        await host.PublishAsync(Given.Run("r", CurationPolicy.Thresholds));
        await host.CompletedAsync(BatchDocument.IdOf("r", "buying/summarisation"));

        Assert.Empty((await host.Store.Transcripts.FindAsync("t1", CancellationToken.None))!.Document.Turns);
        Assert.All(model.Paid.Where(request => request.Transcripts.Contains("t1")), request => Assert.Empty(request.Facts switch
        {
            SeedFacts seed => seed.Dialogue,
            EvolveFacts evolve => evolve.Dialogue,
            _ => [],
        }));
    }
}
