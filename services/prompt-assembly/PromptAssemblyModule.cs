using DialInsight.DomainPacks.Packs;
using DialInsight.Hosting.Audit;
using DialInsight.Hosting.Bus;
using DialInsight.Hosting.Erasure;
using DialInsight.Hosting.Facts;
using DialInsight.Hosting.Failures;
using DialInsight.LanguageModels;
using DialInsight.PromptAssembly.Assembly;
using DialInsight.PromptAssembly.Attempts;
using DialInsight.PromptAssembly.Budgets;
using DialInsight.PromptAssembly.Domains;
using DialInsight.PromptAssembly.Erasure;
using DialInsight.PromptAssembly.Estimates;
using DialInsight.PromptAssembly.Instructions;
using DialInsight.PromptAssembly.Recipes;
using DialInsight.PromptAssembly.Runs;
using DialInsight.PromptAssembly.Templates;
using DialInsight.PromptAssembly.Transcripts;

namespace DialInsight.PromptAssembly;

/// <summary>Owns templates, recipes, runs, slots, sampling and prompts.</summary>
public static class PromptAssemblyModule
{
    /// <summary>Adds the module to a host.</summary>
    public static WebApplicationBuilder AddPromptAssembly(this WebApplicationBuilder builder)
    {
        builder.Services.AddDomainPacks(builder.Configuration).AddLanguageModels(builder.Configuration);
        builder.Services
            .AddSingleton<PromptAssemblyStore>()
            .AddSingleton<TranscriptPool>()
            .AddSingleton<TemplateCatalogue>()
            .AddSingleton<RecipeBook>()
            .AddSingleton<DialoguePool>()
            .AddSingleton<InstructionPool>()
            .AddSingleton<InstructionSelection>()
            .AddSingleton<NarrativeMerger>()
            .AddSingleton<PromptLibrary>()
            .AddSingleton<MergePreviews>()
            .AddSingleton<ModelPrices>()
            .AddSingleton<SampledPrompts>()
            .AddSingleton<RunEstimator>()
            .AddSingleton<RunSpend>()
            .AddSingleton<BudgetGate>()
            .AddSingleton<BudgetWatch>()
            .AddSingleton<AttemptIssuer>()
            .AddSingleton<Redriving>()
            .AddSingleton<SlotProgress>()
            .AddSingleton<VerdictReceiver>()
            .AddSingleton<RunInputs>()
            .AddSingleton<RunPlanner>()
            .AddSingleton<CellOpening>()
            .AddSingleton<RunCompletion>()
            .AddSingleton<RunResumption>()
            .AddSingleton<RunPausing>()
            .AddSingleton<RefusedAccess>()
            .AddSingleton<RunEnd>()
            .AddSingleton<RunCommands>()
            .AddSingleton<RunReader>()
            .AddSingleton<StandstillWatch>()
            .AddHostedService<RunDriver>();
        builder.AddFacts(PromptAssemblyStore.Database, RunDocument.Definition, RunFacts.Of);
        builder.AddFacts(PromptAssemblyStore.Database, RequestDocument.Definition, RequestDocument.Facts);
        builder.AddErasure<TranscriptEraser>(PromptAssemblyStore.Database);
        builder.AddAudit(PromptAssemblyStore.Database);
        return builder.AddConsumers(consumers => consumers
            .Add<TranscriptIngestedConsumer, TranscriptIngestedConsumerDefinition>()
            .Add<TranscriptErasedConsumer, TranscriptErasedConsumerDefinition>()
            .Add<InstructionApprovedConsumer, InstructionApprovedConsumerDefinition>()
            .Add<InstructionRetiredConsumer, InstructionRetiredConsumerDefinition>()
            .Add<BatchCompletedConsumer, BatchCompletedConsumerDefinition>()
            .Add<LabelingFailedConsumer, LabelingFailedConsumerDefinition>()
            .Add<SampleJudgedConsumer, SampleJudgedConsumerDefinition>()
            .Add<RedriveRequestedConsumer, RedriveRequestedConsumerDefinition>()
            .Add<DatasetReleasedConsumer, DatasetReleasedConsumerDefinition>()
            .Add<ReleaseRefusedConsumer, ReleaseRefusedConsumerDefinition>());
    }

    /// <summary>Maps the module's endpoints.</summary>
    public static WebApplication MapPromptAssembly(this WebApplication app)
    {
        app.MapRuns();
        app.MapRecipes();
        app.MapTemplates();
        app.MapDomains();
        app.MapMessageFailures(PromptAssemblyStore.Database);
        return app;
    }
}
