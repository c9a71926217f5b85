using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace DialInsight.DomainPacks.Packs;

/// <summary>Gives a service its domain packs.</summary>
public static class DomainPackServices
{
    /// <summary>
    /// Registers <see cref="IDomainPacks"/>, read once from the setting <c>Domain:Path</c>: a pack folder, or a folder of pack folders.
    /// Without the setting, the folder <c>domains</c> in or above the application's is read. A pack with problems stops the host's start with a
    /// message that names file and line. Calling it twice changes nothing.
    /// </summary>
    public static IServiceCollection AddDomainPacks(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton<IDomainPacks>(_ =>
            DomainPackReader.ReadAll(DomainFolder.Locate(configuration["Domain:Path"], AppContext.BaseDirectory)));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<DomainPackCheck.Settings>, DomainPackCheck>());
        services.AddOptions<DomainPackCheck.Settings>().ValidateOnStart();
        return services;
    }
}
