using DialInsight.Conversations.Parsing;
using DialInsight.DomainPacks.Packs;
using DialInsight.Hosting.Audit;
using DialInsight.Hosting.Facts;
using DialInsight.Hosting.Failures;
using DialInsight.Hosting.Settings;
using DialInsight.Ingest.Deduplication;
using DialInsight.Ingest.Erasure;
using DialInsight.Ingest.Pseudonymising;
using DialInsight.Ingest.Statistics;
using DialInsight.Ingest.Transcripts;

namespace DialInsight.Ingest;

/// <summary>Owns transcripts: parses, cleans, pseudonymises, deduplicates and publishes them.</summary>
public static class IngestModule
{
    internal const string Database = "ingest";

    /// <summary>Adds the module to a host.</summary>
    public static WebApplicationBuilder AddIngest(this WebApplicationBuilder builder)
    {
        builder.Services.AddDomainPacks(builder.Configuration);
        builder.AddSettings<PseudonymSettings>("Pseudonyms");
        builder.AddSettings<IngestLimits>(ParsingLimits.Section);
        builder.Services.AddSingleton<TranscriptPseudonyms>();
        builder.AddSettings<NearDuplicateSettings>("Ingest:NearDuplicates");
        builder.Services.AddSingleton<NearDuplicates>();
        builder.Services.AddSingleton<Duplicates>();
        builder.Services.AddSingleton<Intake>();
        builder.AddFacts(Database, TranscriptDocument.Definition, TranscriptDocument.Facts);
        builder.AddSubjectErasure();
        return builder.AddAudit(Database);
    }

    /// <summary>Maps the module's endpoints.</summary>
    public static WebApplication MapIngest(this WebApplication app)
    {
        app.MapStatistics();
        app.MapTranscripts();
        app.MapErasures();
        app.MapMessageFailures(Database);
        return app;
    }
}
