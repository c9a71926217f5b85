using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DialInsight.DomainPacks.Packs;

/// <summary>Reads the packs when the settings are checked, before anything of the host starts: a wrong pack stops the start with what is wrong and where.</summary>
internal sealed class DomainPackCheck(IServiceProvider services) : IValidateOptions<DomainPackCheck.Settings>
{
    public ValidateOptionsResult Validate(string? name, Settings options)
    {
        try
        {
            _ = services.GetRequiredService<IDomainPacks>();
            return ValidateOptionsResult.Success;
        }
        catch (DomainPackException exception)
        {
            return ValidateOptionsResult.Fail(exception.Message);
        }
    }

    /// <summary>What is validated: that the packs can be read.</summary>
    internal sealed class Settings;
}
