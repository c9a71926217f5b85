using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DialInsight.Hosting.Settings;

/// <summary>Registers sections of settings.</summary>
public static class SettingServices
{
    /// <summary>Binds <typeparamref name="TOptions"/> to a section; its annotations are checked at start, and a setting of the section
    /// that no property stands for stops the start with the nearest name that there is.</summary>
    public static OptionsBuilder<TOptions> AddSettings<TOptions>(this WebApplicationBuilder builder, string section)
        where TOptions : class
    {
        Known(builder.Services).Add(section, typeof(TOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.Name));
        builder.Services.AddSingleton<IValidateOptions<TOptions>>(new AnnotationValidation<TOptions>(section));
        return builder.Services.AddOptions<TOptions>().Bind(builder.Configuration.GetSection(section)).ValidateOnStart();
    }

    /// <summary>The names known so far.</summary>
    internal static KnownSettings Known(IServiceCollection services) =>
        (KnownSettings)services.First(service => service.ServiceType == typeof(KnownSettings)).ImplementationInstance!;
}

/// <summary>Checks the annotations of options, one line for each that does not hold.</summary>
internal sealed class AnnotationValidation<TOptions>(string section) : IValidateOptions<TOptions>
    where TOptions : class
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        List<ValidationResult> results = [];
        return Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(results.Select(result => $"{section}:{result.MemberNames.FirstOrDefault()} {result.ErrorMessage}"));
    }
}

/// <summary>Fails the start when a setting is not known or a secret's file cannot be read.</summary>
internal sealed class SettingsValidation(IConfiguration configuration, KnownSettings known, IReadOnlyList<string> unread) : IValidateOptions<HostSettings>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, HostSettings options)
    {
        string[] problems = [.. unread, .. known.Check(configuration)];
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
