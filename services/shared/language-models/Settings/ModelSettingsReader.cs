using Microsoft.Extensions.Configuration;

namespace DialInsight.LanguageModels.Settings;

/// <summary>Reads the sections <c>LanguageModel</c> and <c>Judge</c> and says what is wrong with them.</summary>
internal static class ModelSettingsReader
{
    private const string LabellerSection = "LanguageModel";
    private const string JudgeSection = "Judge";

    /// <summary>Fills <paramref name="settings"/>.</summary>
    public static void Read(IConfiguration configuration, ModelSettings settings)
    {
        var problems = new List<string>();
        var labeller = new SettingsSection(configuration.GetSection(LabellerSection), null, problems);
        var judge = new SettingsSection(configuration.GetSection(JudgeSection), labeller, problems);
        settings.Labeller = Read(labeller);
        settings.Judge = Read(judge);
        settings.Problems = [.. problems.Distinct(StringComparer.Ordinal)];
    }

    private static LanguageModelSettings Read(SettingsSection section)
    {
        var defaults = new LanguageModelSettings();
        section.RefuseUnknownKeys();
        var settings = new LanguageModelSettings
        {
            Provider = ProviderOf(section),
            Endpoint = section.Endpoint() ?? LanguageModelSettings.DefaultEndpoint,
            ApiKey = section.ApiKey(),
            Model = section.Text(nameof(LanguageModelSettings.Model)) ?? "",
            Temperature = section.Number(nameof(LanguageModelSettings.Temperature), 0, 2),
            MaxConcurrency = section.Whole(nameof(LanguageModelSettings.MaxConcurrency), 1, 4096) ?? defaults.MaxConcurrency,
            RequestsPerMinute = section.Whole(nameof(LanguageModelSettings.RequestsPerMinute), 1, int.MaxValue),
            TokensPerMinute = section.Whole(nameof(LanguageModelSettings.TokensPerMinute), 1, int.MaxValue),
            PricePerMillionInput = section.Price(nameof(LanguageModelSettings.PricePerMillionInput)),
            PricePerMillionOutput = section.Price(nameof(LanguageModelSettings.PricePerMillionOutput)),
            TimeoutSeconds = section.Whole(nameof(LanguageModelSettings.TimeoutSeconds), 1, 3600) ?? defaults.TimeoutSeconds,
            MaximumOutputTokens = section.Whole(nameof(LanguageModelSettings.MaximumOutputTokens), 1, int.MaxValue),
            StructuredOutput = section.OneOf<StructuredOutput>(nameof(LanguageModelSettings.StructuredOutput)) ?? default,
        };
        RequireWhatTheEndpointNeeds(section, settings);
        return settings;
    }

    /// <summary>Said, or found by what is set; the judge's own endpoint or key counts before the labeller's provider.</summary>
    private static ModelProvider ProviderOf(SettingsSection section)
    {
        for (SettingsSection? at = section; at is not null; at = at.Fallback)
        {
            if (at.OwnOneOf<ModelProvider>(nameof(LanguageModelSettings.Provider)) is { } said)
                return said;
            if (at.Sets(nameof(LanguageModelSettings.Endpoint), nameof(LanguageModelSettings.ApiKey), SettingsSection.ApiKeyFile))
                return ModelProvider.OpenAI;
        }

        return ModelProvider.Offline;
    }

    private static void RequireWhatTheEndpointNeeds(SettingsSection section, LanguageModelSettings settings)
    {
        if (settings.Provider != ModelProvider.OpenAI)
            return;
        if (settings.Model.Length == 0)
            section.Refuse(nameof(LanguageModelSettings.Model), "is missing: name the endpoint's model, for instance qwen-max or gpt-4.1-mini");
        if (settings.ApiKey is null && settings.Endpoint == LanguageModelSettings.DefaultEndpoint)
            section.Refuse(nameof(LanguageModelSettings.ApiKey), $"is missing: {LanguageModelSettings.DefaultEndpoint} needs one; set it, or set Endpoint to a server that needs none");
    }
}
