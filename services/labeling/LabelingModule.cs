using DialInsight.Contracts.PromptAssembly;
using DialInsight.DomainPacks.Packs;
using DialInsight.Hosting.Audit;
using DialInsight.Hosting.Bus;
using DialInsight.Hosting.Erasure;
using DialInsight.Hosting.Facts;
using DialInsight.Hosting.Failures;
using DialInsight.Hosting.Settings;
using DialInsight.Labeling.Batches;
using DialInsight.Labeling.Erasure;
using DialInsight.Labeling.Failures;
using DialInsight.Labeling.Labels;
using DialInsight.Labeling.Runs;
using DialInsight.Labeling.Spend;
using DialInsight.LanguageModels;

namespace DialInsight.Labeling;

/// <summary>Owns label attempts, model spend and failures. Scales by itself: workers compete for requests.</summary>
public static class LabelingModule
{
    /// <summary>Adds the module to a host.</summary>
    public static WebApplicationBuilder AddLabeling(this WebApplicationBuilder builder)
    {
        builder.Services.AddDomainPacks(builder.Configuration).AddLanguageModels(builder.Configuration);
        builder.Services
            .AddSingleton<LabelingStore>()
            .AddSingleton<EndedRuns>()
            .AddSingleton<Labeller>()
            .AddSingleton<LabelWork>()
            .AddSingleton<DeadLetteredRequest>()
            .AddSingleton<BatchTray>()
            .AddSingleton<BatchRound>()
            .AddHostedService<BatchReconciler>();
        builder.AddSettings<BatchSettings>("LabelBatches");
        builder.AddFacts(LabelingStore.Database, LabelDocument.Definition, LabelDocument.Facts);
        builder.AddFacts(LabelingStore.Database, RedriveDocument.Definition, RedriveDocument.Facts);
        builder.AddAudit(LabelingStore.Database);
        builder.AddErasure<TranscriptEraser>(LabelingStore.Database);
        builder.AddMessageFailureHandler<LabelRequested>((services, request, failure, cancellationToken) =>
            services.GetRequiredService<DeadLetteredRequest>().HandleAsync(request, failure, cancellationToken));
        return builder.AddConsumers(consumers => consumers
            .Add<LabelRequestedConsumer, LabelRequestedConsumerDefinition>()
            .Add<TranscriptErasedConsumer, TranscriptErasedConsumerDefinition>()
            .Add<RunEndedConsumer, RunEndedConsumerDefinition>());
    }

    /// <summary>Maps the module's endpoints.</summary>
    public static WebApplication MapLabeling(this WebApplication app)
    {
        app.MapFailures();
        app.MapSpend();
        app.MapLabels();
        app.MapMessageFailures(LabelingStore.Database);
        return app;
    }
}
