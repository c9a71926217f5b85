using DialInsight.LanguageModels.Answers;
using DialInsight.LanguageModels.Calls;
using DialInsight.LanguageModels.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace DialInsight.LanguageModels;

/// <summary>Adds the language models to a host.</summary>
public static class LanguageModelRegistration
{
    /// <summary>Adds <see cref="ILanguageModels"/> and <see cref="IAnswerCache"/> by the sections <c>LanguageModel</c> and <c>Judge</c>, which are checked
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
        services.AddSingleton<ILanguageModels, ConfiguredLanguageModels>();
        return services;
    }
}
