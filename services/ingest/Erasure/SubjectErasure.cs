using DialInsight.Hosting.Bus;
using DialInsight.Ingest.Deduplication;

namespace DialInsight.Ingest.Erasure;

/// <summary>Registers the parts of erasure.</summary>
internal static class SubjectErasure
{
    public static WebApplicationBuilder AddSubjectErasure(this WebApplicationBuilder builder)
    {
        builder.Services
            .AddSingleton<ErasureStore>()
            .AddSingleton<Erasures>()
            .AddSingleton<ErasureReader>()
            .AddSingleton<ITranscriptTrace>(provider => provider.GetRequiredService<NearDuplicates>())
            .AddSingleton<ITranscriptTrace>(provider => provider.GetRequiredService<Duplicates>())
            .AddHostedService<ErasureDriver>();
        return builder.AddConsumers(consumers => consumers.Add<ErasureAppliedConsumer, ErasureAppliedConsumerDefinition>());
    }
}
