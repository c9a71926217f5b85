using Microsoft.Extensions.Configuration;

namespace DialInsight.LanguageModels.Settings;

/// <summary>Reads the sections <c>LanguageModel</c> and <c>Judge</c> and says what is wrong with them.</summary>
internal static class ModelSettingsReader
{
    private const string LabellerSection = "LanguageModel";
    private const string JudgeSection = "Judge";

    private static readonly string[] s_known = [.. typeof(LanguageModelSettings).GetProperties().Select(property => property.Name), SettingsSection.ApiKeyFile];

    /// <summary>Fills <paramref name="settings"/>.</summary>
    public static void Read(IConfiguration configuration, ModelSettings settings)
    {
        var problems = new List<string>();
        var labeller = new SettingsSection(configuration.GetSection(LabellerSection), null, problems);
        var judge = new SettingsSection(configuration.GetSection(JudgeSection), labeller, problems);
        settings.Labeller = Read(labeller);
        settings.Judge = Read(judge);
        settings.Cache = ReadCache(new SettingsSection(configuration.GetSection("AnswerCache"), null, problems));
        settings.Embedding = EmbeddingSettingsReader.Read(new SettingsSection(configuration.GetSection("Embedding"), labeller, problems));
        settings.Problems = [.. problems.Distinct(StringComparer.Ordinal)];
    }

    private static LanguageModelSettings Read(SettingsSection section)
    {
        var defaults = new LanguageModelSettings();
        section.RefuseUnknownKeys(s_known);
        IReadOnlyList<EndpointSettings> endpoints = EndpointSettingsReader.Read(section);
        var settings = new LanguageModelSettings
        {
            Provider = ProviderOf(section),
            Endpoint = endpoints.Count > 0 ? endpoints[0].Endpoint : section.Endpoint() ?? LanguageModelSettings.DefaultEndpoint,
            Endpoints = endpoints,
            HedgeAfterSeconds = section.Whole(nameof(LanguageModelSettings.HedgeAfterSeconds), 1, 3600),
            ApiKey = section.ApiKey(),
            Model = section.Text(nameof(LanguageModelSettings.Model)) ?? (endpoints.Count > 0 ? endpoints[0].Model : ""),
            Temperature = section.Number(nameof(LanguageModelSettings.Temperature), 0, 2),
            MaxConcurrency = section.Whole(nameof(LanguageModelSettings.MaxConcurrency), 1, 4096) ?? defaults.MaxConcurrency,
            RequestsPerMinute = section.Whole(nameof(LanguageModelSettings.RequestsPerMinute), 1, int.MaxValue),
            TokensPerMinute = section.Whole(nameof(LanguageModelSettings.TokensPerMinute), 1, int.MaxValue),
            PricePerMillionInput = section.Price(nameof(LanguageModelSettings.PricePerMillionInput)),
            PricePerMillionOutput = section.Price(nameof(LanguageModelSettings.PricePerMillionOutput)),
            TimeoutSeconds = section.Whole(nameof(LanguageModelSettings.TimeoutSeconds), 1, 3600) ?? defaults.TimeoutSeconds,
            MaximumOutputTokens = section.Whole(nameof(LanguageModelSettings.MaximumOutputTokens), 1, int.MaxValue),
            ContextTokens = section.Whole(nameof(LanguageModelSettings.ContextTokens), 1_000, int.MaxValue) ?? defaults.ContextTokens,
            StructuredOutput = section.OneOf<StructuredOutput>(nameof(LanguageModelSettings.StructuredOutput)) ?? default,
        };
        RequireWhatTheEndpointNeeds(section, settings);
        return settings;
    }

    private static AnswerCacheSettings ReadCache(SettingsSection section)
    {
        section.RefuseUnknownKeys([nameof(AnswerCacheSettings.MaximumEntries), nameof(AnswerCacheSettings.MaximumAgeDays)]);
        return new AnswerCacheSettings
        {
            MaximumEntries = section.Whole(nameof(AnswerCacheSettings.MaximumEntries), 1, int.MaxValue) ?? new AnswerCacheSettings().MaximumEntries,
            MaximumAgeDays = section.Whole(nameof(AnswerCacheSettings.MaximumAgeDays), 1, 36500),
        };
    }

    /// <summary>Said, or found by what is set; the judge's own endpoint or key counts before the labeller's provider.</summary>
    private static ModelProvider ProviderOf(SettingsSection section)
    {
        for (SettingsSection? at = section; at is not null; at = at.Fallback)
        {
            if (at.OwnOneOf<ModelProvider>(nameof(LanguageModelSettings.Provider)) is { } said)
                return said;
            if (at.Sets(nameof(LanguageModelSettings.Endpoint), nameof(LanguageModelSettings.ApiKey), SettingsSection.ApiKeyFile)
                || at.Children(nameof(LanguageModelSettings.Endpoints)).Count > 0)
                return ModelProvider.OpenAI;
        }

        return ModelProvider.Offline;
    }

    private static void RequireWhatTheEndpointNeeds(SettingsSection section, LanguageModelSettings settings)
    {
        if (settings.Provider != ModelProvider.OpenAI || settings.Endpoints.Count > 0)
            return;
        if (settings.Model.Length == 0)
            section.Refuse(nameof(LanguageModelSettings.Model), "is missing: name the endpoint's model, for instance qwen-max or gpt-4.1-mini");
        if (settings.ApiKey is null && settings.Endpoint == LanguageModelSettings.DefaultEndpoint)
            section.Refuse(nameof(LanguageModelSettings.ApiKey), $"is missing: {LanguageModelSettings.DefaultEndpoint} needs one; set it, or set Endpoint to a server that needs none");
    }
}
