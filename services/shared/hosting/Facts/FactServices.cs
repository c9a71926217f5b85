using DialInsight.Contracts;
using DialInsight.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace DialInsight.Hosting.Facts;

/// <summary>Registers collections whose documents tell of facts.</summary>
public static class FactServices
{
    /// <summary>Adds the <see cref="FactLog{TDocument}"/> of a collection in the database of <paramref name="service"/>.</summary>
    /// <param name="builder">The host.</param>
    /// <param name="service">The service, which is also its database's name.</param>
    /// <param name="definition">The collection; it declares an indexed field <c>recorded</c>.</param>
    /// <param name="facts">What a document tells now. A document that has nothing more to tell gives none.</param>
    /// <exception cref="ArgumentException">The collection has no field <c>recorded</c>.</exception>
    public static WebApplicationBuilder AddFacts<TDocument>(
        this WebApplicationBuilder builder,
        string service,
        CollectionDefinition<TDocument> definition,
        Func<TDocument, IEnumerable<IFact>> facts)
        where TDocument : class, IRecorded
    {
        if (!definition.Fields.Any(field => field.Name == "recorded"))
            throw new ArgumentException($"Collection {definition.Name} tells of facts: it needs an indexed field 'recorded'.", nameof(definition));
        builder.AddDatabase(service);
        builder.Services.AddSingleton(provider => new FactLog<TDocument>(
            provider.GetRequiredService<IDocumentStoreFactory>().Open(service),
            definition,
            facts,
            provider.GetRequiredService<Presence>().WriterOf(service),
            provider.GetRequiredService<FactPublisher>(),
            provider.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton<IFactSource>(provider => provider.GetRequiredService<FactLog<TDocument>>());
        return builder;
    }
}
