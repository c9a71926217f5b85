using DialInsight.Hosting.Facts;
using DialInsight.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace DialInsight.Hosting.Erasure;

/// <summary>Registers what a service needs to forget.</summary>
public static class ErasureServices
{
    /// <summary>Adds the service's eraser and its tombstones, the collection <c>erasures</c> of its database.</summary>
    public static WebApplicationBuilder AddErasure<TEraser>(this WebApplicationBuilder builder, string service)
        where TEraser : class, ITranscriptEraser
    {
        var definition = new CollectionDefinition<Tombstone<TEraser>>(
            "erasures",
            tombstone => tombstone.Id,
            new("open", tombstone => tombstone.IsOpen),
            new("erasedAt", tombstone => tombstone.ErasedAt),
            new("recorded", tombstone => tombstone.Recorded));
        builder.AddFacts(service, definition, tombstone => tombstone.Facts());
        builder.Services.AddSingleton<TEraser>().AddSingleton(provider => new Tombstones<TEraser>(
            service,
            provider.GetRequiredService<FactLog<Tombstone<TEraser>>>(),
            provider.GetRequiredService<TEraser>(),
            new ErasedMessages(provider.GetRequiredService<IDocumentStoreFactory>()),
            provider.GetRequiredService<TimeProvider>()));
        return builder;
    }
}
