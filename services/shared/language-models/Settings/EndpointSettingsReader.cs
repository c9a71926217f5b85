namespace DialInsight.LanguageModels.Settings;

/// <summary>Reads the list <c>Endpoints</c> of a section.</summary>
internal static class EndpointSettingsReader
{
    private const string List = nameof(LanguageModelSettings.Endpoints);

    private static readonly string[] s_known =
    [
        nameof(EndpointSettings.Endpoint), nameof(EndpointSettings.ApiKey), SettingsSection.ApiKeyFile, nameof(EndpointSettings.Model),
        nameof(EndpointSettings.Weight), nameof(EndpointSettings.RequestsPerMinute), nameof(EndpointSettings.TokensPerMinute),
    ];

    /// <summary>The endpoints of the section; of the one under it where the section names none of its own; none where a single one is set.</summary>
    public static IReadOnlyList<EndpointSettings> Read(SettingsSection section)
    {
        IReadOnlyList<SettingsSection> children = section.Children(List);
        if (children.Count > 0)
        {
            if (section.Sets(nameof(LanguageModelSettings.Endpoint)))
                section.Refuse(List, "and Endpoint are both set: leave one out");
            return [.. children.Select(ReadOne).OfType<EndpointSettings>()];
        }

        if (section.Fallback is null || section.Sets(nameof(LanguageModelSettings.Endpoint)))
            return [];
        IReadOnlyList<EndpointSettings> under = Read(section.Fallback);
        return under.Count > 0 && section.Sets(nameof(LanguageModelSettings.Model)) ? [.. under.Select(endpoint => endpoint with { Model = section.Text(nameof(LanguageModelSettings.Model))! })] : under;
    }

    private static EndpointSettings? ReadOne(SettingsSection section)
    {
        section.RefuseUnknownKeys(s_known);
        if (section.Endpoint() is not { } address)
        {
            section.Refuse(nameof(EndpointSettings.Endpoint), "is missing: give the base URL");
            return null;
        }

        string model = section.Text(nameof(EndpointSettings.Model)) ?? "";
        if (model.Length == 0)
            section.Refuse(nameof(EndpointSettings.Model), "is missing: name the endpoint's model, for instance qwen-max or gpt-4.1-mini");
        return new EndpointSettings
        {
            Endpoint = address,
            ApiKey = section.ApiKey(),
            Model = model,
            Weight = section.OwnWhole(nameof(EndpointSettings.Weight), 1, 1000) ?? 1,
            RequestsPerMinute = section.Whole(nameof(EndpointSettings.RequestsPerMinute), 1, int.MaxValue),
            TokensPerMinute = section.Whole(nameof(EndpointSettings.TokensPerMinute), 1, int.MaxValue),
        };
    }
}
