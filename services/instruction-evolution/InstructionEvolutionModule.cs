using DialInsight.DomainPacks.Packs;
using DialInsight.Hosting.Audit;
using DialInsight.Hosting.Bus;
using DialInsight.Hosting.Erasure;
using DialInsight.Hosting.Facts;
using DialInsight.Hosting.Failures;
using DialInsight.InstructionEvolution.Batches;
using DialInsight.InstructionEvolution.Curation;
using DialInsight.InstructionEvolution.Erasure;
using DialInsight.InstructionEvolution.Evolution;
using DialInsight.InstructionEvolution.Instructions;
using DialInsight.InstructionEvolution.Lineage;
using DialInsight.InstructionEvolution.Pools;
using DialInsight.InstructionEvolution.Seeding;
using DialInsight.InstructionEvolution.Transcripts;
using DialInsight.InstructionEvolution.Tuning;
using DialInsight.LanguageModels;

namespace DialInsight.InstructionEvolution;

/// <summary>Owns instructions: seeds, evolution, the three curation gates and lineage.</summary>
public static class InstructionEvolutionModule
{
    /// <summary>Adds the module to a host.</summary>
    public static WebApplicationBuilder AddInstructionEvolution(this WebApplicationBuilder builder)
    {
        builder.Services.AddDomainPacks(builder.Configuration).AddLanguageModels(builder.Configuration);
        builder.Services
            .AddSingleton<InstructionEvolutionStore>()
            .AddSingleton<TranscriptPool>()
            .AddSingleton<BatchInstructions>()
            .AddSingleton<InstructionIndex>()
            .AddSingleton<RunBatches>()
            .AddSingleton<BatchEnd>()
            .AddSingleton<SeedPlanner>()
            .AddSingleton<SeedSource>()
            .AddSingleton<SeedFiltering>()
            .AddSingleton<Evolver>()
            .AddSingleton<GateFindings>()
            .AddSingleton<Curator>()
            .AddSingleton<Decisions>()
            .AddSingleton<DecisionUndo>()
            .AddSingleton<Suggester>()
            .AddSingleton<PoolImport>()
            .AddSingleton<CancelledItems>()
            .AddSingleton<IBatchStep, WaitingStep>()
            .AddSingleton<IBatchStep, SeedingStep>()
            .AddSingleton<IBatchStep, EvolvingStep>()
            .AddSingleton<IBatchStep, GateStep>()
            .AddSingleton<OperatorTrial>()
            .AddHostedService<BatchDriver>()
            .AddHostedService<TuningDriver>();
        builder.AddFacts(InstructionEvolutionStore.Database, BatchDocument.Definition, BatchFacts.Of);
        builder.AddFacts(InstructionEvolutionStore.Database, InstructionDocument.Definition, InstructionFacts.Of);
        builder.AddErasure<TranscriptEraser>(InstructionEvolutionStore.Database);
        builder.AddAudit(InstructionEvolutionStore.Database);
        return builder.AddConsumers(consumers => consumers
            .Add<TranscriptIngestedConsumer, TranscriptIngestedConsumerDefinition>()
            .Add<TranscriptErasedConsumer, TranscriptErasedConsumerDefinition>()
            .Add<RunStartedConsumer, RunStartedConsumerDefinition>()
            .Add<RunEndedConsumer, RunEndedConsumerDefinition>());
    }

    /// <summary>Maps the module's endpoints.</summary>
    public static WebApplication MapInstructionEvolution(this WebApplication app)
    {
        app.MapBatches();
        app.MapInstructions();
        app.MapDecisions();
        app.MapSuggestions();
        app.MapOperators();
        app.MapTunings();
        app.MapPools();
        app.MapLineage();
        app.MapMessageFailures(InstructionEvolutionStore.Database);
        return app;
    }
}
