using System.Reflection;
using DialInsight.Storage.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DialInsight.Storage;

/// <summary>Registers the document store.</summary>
public static class StorageServices
{
    /// <summary>The MongoDB adapter where this build holds it: it is a project of its own, so that the default build does without its driver.</summary>
    internal static Type? MongoFactory { get; } = Type.GetType("DialInsight.Storage.MongoDB.MongoDocumentStoreFactory, DialInsight.Storage.MongoDB");

    /// <summary>
    /// Adds <see cref="IDocumentStoreFactory"/> with the adapter that <c>Storage:Provider</c> names. Safe to call by every module of a
    /// process. Wrong settings are an <see cref="OptionsValidationException"/> when the host starts.
    /// </summary>
    public static IServiceCollection AddDocumentStore(this IServiceCollection services, IConfiguration configuration)
    {
        if (services.Any(service => service.ServiceType == typeof(IDocumentStoreFactory)))
            return services;
        IConfigurationSection section = configuration.GetSection("Storage");
        services.AddOptions<StorageOptions>().Bind(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<StorageOptions>>(new StorageOptionsValidation(section));
        return services.AddSingleton(provider => Create(provider.GetRequiredService<IOptions<StorageOptions>>().Value));
    }

    /// <summary>Whether the options name SQLite.</summary>
    internal static bool IsSqlite(StorageOptions options) => string.Equals(options.Provider, "SQLite", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the options name MongoDB.</summary>
    internal static bool IsMongo(StorageOptions options) => string.Equals(options.Provider, "MongoDB", StringComparison.OrdinalIgnoreCase);

    private static IDocumentStoreFactory Create(StorageOptions options) =>
        IsMongo(options)
            ? (IDocumentStoreFactory)MongoFactory!.GetConstructor([typeof(StorageOptions)])!.Invoke(BindingFlags.DoNotWrapExceptions, null, [options], null)
            : new SqliteDocumentStoreFactory(options);
}
