using DialInsight.LanguageModels.Answers;
using DialInsight.LanguageModels.Batches;
using DialInsight.LanguageModels.Calls;
using DialInsight.LanguageModels.Embeddings;
using DialInsight.LanguageModels.Routes;
using DialInsight.LanguageModels.Settings;
using DialInsight.LanguageModels.Spending;
using DialInsight.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace DialInsight.LanguageModels;

/// <summary>Adds the language models to a host.</summary>
public static class LanguageModelRegistration
{
    /// <summary>Adds <see cref="ILanguageModels"/>, <see cref="IEmbeddingModel"/>, <see cref="IAnswerCache"/> and <see cref="ISpendLog"/> by the sections <c>LanguageModel</c> and <c>Judge</c>, which are checked
    /// at start. Needs an <c>IDocumentStoreFactory</c>; adding twice is adding once.</summary>
    public static IServiceCollection AddLanguageModels(this IServiceCollection services, IConfiguration configuration)
    {
        if (services.Any(service => service.ServiceType == typeof(ILanguageModels)))
            return services;
        services.AddOptions<ModelSettings>().Configure(settings => ModelSettingsReader.Read(configuration, settings)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ModelSettings>, ModelSettingsCheck>();
        services.AddSingleton<IHostedService, SameModelWarning>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<CallPolicy>();
        services.AddSingleton<AnswerCache>();
        services.AddSingleton<IAnswerCache>(provider => provider.GetRequiredService<AnswerCache>());
        services.AddSingleton<IHostedService, AnswerPruning>();
        services.AddSingleton<SpendLog>();
        services.AddSingleton<ISpendLog>(provider => provider.GetRequiredService<SpendLog>());
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<SpendLog>());
        // Stopped before what keeps the spend, and after all that was added later: what asks models.
        services.AddSingleton<CallsOnTheirWay>();
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<CallsOnTheirWay>());
        services.AddSingleton<RouteCatalogue>();
        services.AddSingleton<ILanguageModels, ConfiguredLanguageModels>();
        services.AddSingleton(Embedding);
        services.AddSingleton<IBatchFiles, BatchFiles>();
        services.AddExceptionHandler<ModelUnavailableAnswer>();
        services.AddHealthChecks().AddCheck<KeysCheck>("models", tags: ["ready"]);
        return services;
    }

    private static IEmbeddingModel Embedding(IServiceProvider services) => services.GetRequiredService<IOptions<ModelSettings>>().Value.Embedding is { } settings
        ? new EmbeddingModel(
            settings,
            services.GetRequiredService<RouteCatalogue>().PoolOf([new EndpointSettings { Endpoint = settings.Endpoint, ApiKey = settings.ApiKey, Model = settings.Model }], settings.MaxConcurrency),
            services.GetRequiredService<CallPolicy>(),
            services.GetRequiredService<IDocumentStoreFactory>(),
            services.GetRequiredService<SpendLog>(),
            services.GetRequiredService<TimeProvider>())
        : new NoEmbeddingModel();
}
