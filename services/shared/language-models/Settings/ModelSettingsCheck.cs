using Microsoft.Extensions.Options;

namespace DialInsight.LanguageModels.Settings;

/// <summary>Stops the start where the settings cannot be right.</summary>
internal sealed class ModelSettingsCheck : IValidateOptions<ModelSettings>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, ModelSettings options) =>
        options.Problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(options.Problems);
}
