namespace DialInsight.LanguageModels.Settings;

/// <summary>Reads the section <c>Embedding</c>.</summary>
internal static class EmbeddingSettingsReader
{
    private static readonly string[] s_known = [.. typeof(EmbeddingSettings).GetProperties().Select(property => property.Name), SettingsSection.ApiKeyFile];

    /// <summary>The settings, or null where no model is named.</summary>
    public static EmbeddingSettings? Read(SettingsSection section)
    {
        section.RefuseUnknownKeys(s_known);
        if (!section.Sets(nameof(EmbeddingSettings.Model)))
        {
            if (section.Sets(nameof(EmbeddingSettings.Endpoint)))
                section.Refuse(nameof(EmbeddingSettings.Model), "is missing: name the endpoint's model for embeddings, for instance text-embedding-v4");
            return null;
        }

        return new EmbeddingSettings
        {
            Endpoint = section.Endpoint() ?? LanguageModelSettings.DefaultEndpoint,
            ApiKey = section.ApiKey(),
            Model = section.Text(nameof(EmbeddingSettings.Model))!,
            Dimensions = section.OwnWhole(nameof(EmbeddingSettings.Dimensions), 1, 65536),
            BatchSize = section.OwnWhole(nameof(EmbeddingSettings.BatchSize), 1, 2048) ?? 32,
            MaximumTokens = section.OwnWhole(nameof(EmbeddingSettings.MaximumTokens), 1, int.MaxValue) ?? 4500,
            Threshold = section.Number(nameof(EmbeddingSettings.Threshold), 0.01, 1) ?? 0.75,
            MaxConcurrency = section.OwnWhole(nameof(EmbeddingSettings.MaxConcurrency), 1, 4096) ?? 4,
            PricePerMillionInput = section.Sets(nameof(EmbeddingSettings.PricePerMillionInput)) ? section.Price(nameof(EmbeddingSettings.PricePerMillionInput)) : 0,
            TimeoutSeconds = section.Whole(nameof(EmbeddingSettings.TimeoutSeconds), 1, 3600) ?? 120,
        };
    }
}
