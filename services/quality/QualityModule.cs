using DialInsight.Contracts.Labeling;
using DialInsight.DomainPacks.Packs;
using DialInsight.Hosting.Audit;
using DialInsight.Hosting.Bus;
using DialInsight.Hosting.Erasure;
using DialInsight.Hosting.Facts;
using DialInsight.Hosting.Failures;
using DialInsight.Hosting.Settings;
using DialInsight.LanguageModels;
using DialInsight.LanguageModels.Embeddings;
using DialInsight.Quality.Calibrations;
using DialInsight.Quality.Comparisons;
using DialInsight.Quality.Erasure;
using DialInsight.Quality.Exports;
using DialInsight.Quality.Judging;
using DialInsight.Quality.Releases;
using DialInsight.Quality.Reports;
using DialInsight.Quality.Reviews;
using DialInsight.Quality.Selection;
using DialInsight.Storage;

namespace DialInsight.Quality;

/// <summary>Owns judgements, reviews, measures, releases and exports.</summary>
public static class QualityModule
{
    private const string Service = "quality";

    /// <summary>Adds the module to a host.</summary>
    public static WebApplicationBuilder AddQuality(this WebApplicationBuilder builder)
    {
        builder.Services.AddDomainPacks(builder.Configuration).AddLanguageModels(builder.Configuration);
        builder.AddSettings<QualitySettings>(nameof(Quality))
            .Validate<IEmbeddingModel>(static (settings, model) => !settings.Encoder.Trim().Equals(nameof(EncoderKind.Embeddings), StringComparison.OrdinalIgnoreCase) || model.Name is not null, "Quality:Encoder is Embeddings, and no model for embeddings is named: set Embedding:Model");
        AddCollections(builder.Services);
        AddParts(builder.Services);
        builder.AddFacts(Service, Judgement.Definition, judgement => judgement.Facts());
        builder.AddFacts(Service, CompletedRun.Definition, run => run.Facts());
        builder.AddErasure<TranscriptEraser>(Service);
        builder.AddAudit(Service);
        // Other services take the same message: only this one's failure to work it leaves the sample unjudged.
        builder.AddMessageFailureHandler<SampleLabeled>((services, message, failure, cancellationToken) =>
            failure.Endpoint.StartsWith(Service + "-", StringComparison.Ordinal)
                ? services.GetRequiredService<SampleDesk>().GiveUpAsync(Sample.From(message), cancellationToken)
                : Task.CompletedTask);
        return builder.AddConsumers(consumers => consumers
            .Add<SampleLabeledConsumer, SampleLabeledConsumerDefinition>()
            .Add<LabelingFailedConsumer, LabelingFailedConsumerDefinition>()
            .Add<TranscriptErasedConsumer, TranscriptErasedConsumerDefinition>()
            .Add<RunEndedConsumer, RunEndedConsumerDefinition>()
            .Add<RunStartedConsumer, RunStartedConsumerDefinition>()
            .Add<RunCompletedConsumer, RunCompletedConsumerDefinition>());
    }

    /// <summary>Maps the module's endpoints.</summary>
    public static WebApplication MapQuality(this WebApplication app)
    {
        app.MapReviews();
        app.MapCalibrations();
        app.MapReports();
        app.MapReleases();
        app.MapLeftOut();
        app.MapImpact();
        app.MapExports();
        app.MapMessageFailures(Service);
        return app;
    }

    private static void AddCollections(IServiceCollection services) => services
        .AddCollection(Sample.Definition)
        .AddCollection(StandingSample.Definition)
        .AddCollection(SlotClaim.Definition)
        .AddCollection(LabelFailure.Definition)
        .AddCollection(ReviewLease.Definition)
        .AddCollection(Calibration.Definition)
        .AddCollection(Report.Definition)
        .AddCollection(Release.Definition)
        .AddCollection(ReleaseName.Definition)
        .AddCollection(OpenRun.Definition)
        .AddCollection(KeptComparison.Definition)
        .AddCollection(ReleaseRow.Definition)
        .AddCollection(LeftOutRow.Definition)
        .AddCollection(ReleaseText.Definition)
        .AddCollection(FileMarks.Definition)
        .AddSingleton(provider => provider.GetRequiredService<FactLog<Judgement>>().Collection);

    private static void AddParts(IServiceCollection services) => services
        .AddSingleton<EndedRuns>()
        .AddSingleton<SampleJudge>()
        .AddSingleton<Slots>()
        .AddSingleton<SampleDesk>()
        .AddHostedService<StandingSamplesReconciler>()
        .AddSingleton<ReviewLeases>()
        .AddSingleton<CalibrationDraw>()
        .AddSingleton<Calibrating>()
        .AddSingleton<CalibrationFinder>()
        .AddSingleton<ReviewQueue>()
        .AddSingleton<Reviewing>()
        .AddSingleton<ReleasedSamples>()
        .AddSingleton<ReportEncoder>()
        .AddSingleton<ReportBuilder>()
        .AddSingleton<ReleaseSelection>()
        .AddSingleton<ProvisionalReports>()
        .AddSingleton<ReportReader>()
        .AddSingleton<ReleaseRequests>()
        .AddSingleton<RunCounts>()
        .AddSingleton<ReleaseFiles>()
        .AddSingleton<ReleaseWriter>()
        .AddSingleton<ReleaseComparison>()
        .AddSingleton<PreviousRelease>()
        .AddSingleton<RunCloser>()
        .AddSingleton<ReleaseWithdrawal>()
        .AddHostedService<ErasureDriver>()
        .AddHostedService<WaitingRunsReconciler>();

    private static IServiceCollection AddCollection<TDocument>(this IServiceCollection services, CollectionDefinition<TDocument> definition)
        where TDocument : class =>
        services.AddSingleton(provider => provider.GetRequiredService<IDocumentStoreFactory>().Open(Service).Collection(definition));
}
