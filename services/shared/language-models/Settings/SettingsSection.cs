using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace DialInsight.LanguageModels.Settings;

/// <summary>One section of settings over another: reads typed values, and collects a line for each that cannot be right. Values of keys are never repeated.</summary>
internal sealed class SettingsSection(IConfigurationSection section, SettingsSection? fallback, List<string> problems)
{
    /// <summary>Names a file that holds the key.</summary>
    public const string ApiKeyFile = "ApiKeyFile";

    /// <summary>The section under this one.</summary>
    public SettingsSection? Fallback => fallback;

    /// <summary>Whether this section itself sets one of <paramref name="keys"/>.</summary>
    public bool Sets(params ReadOnlySpan<string> keys)
    {
        foreach (string key in keys)
        {
            if (Own(key) is not null)
                return true;
        }

        return false;
    }

    /// <summary>Notes that the setting <paramref name="key"/> is wrong.</summary>
    public void Refuse(string key, string because) => problems.Add($"{section.Path}:{key} {because}");

    /// <summary>The entries of a list that this section itself holds; what they leave out is as in this section.</summary>
    public IReadOnlyList<SettingsSection> Children(string list) =>
        [.. section.GetSection(list).GetChildren().Select(child => new SettingsSection(child, this, problems))];

    /// <summary>Notes each key that is no setting.</summary>
    public void RefuseUnknownKeys(IReadOnlyCollection<string> known)
    {
        foreach (IConfigurationSection child in section.GetChildren().Where(child => !known.Contains(child.Key, StringComparer.OrdinalIgnoreCase)))
            Refuse(child.Key, $"is not a setting; there are {string.Join(", ", known.Order(StringComparer.Ordinal))}");
    }

    /// <summary>The value here, or in the section under this one.</summary>
    public string? Text(string key) => Own(key) ?? fallback?.Text(key);

    /// <summary>A number in a range, or null.</summary>
    public double? Number(string key, double least, double most) =>
        Read<double>(key, text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value >= least && value <= most ? value : null,
            string.Create(CultureInfo.InvariantCulture, $"must be a number from {least} to {most}"));

    /// <summary>A whole number in a range, or null.</summary>
    public int? Whole(string key, int least, int most) =>
        Read<int>(key, text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value >= least && value <= most ? value : null,
            most == int.MaxValue ? $"must be a whole number, {least} or more" : $"must be a whole number from {least} to {most}");

    /// <summary>A whole number in a range that this section itself sets.</summary>
    public int? OwnWhole(string key, int least, int most) => Own(key) is null ? null : Whole(key, least, most);

    /// <summary>A price; 0 where none is set.</summary>
    public decimal Price(string key) =>
        Read<decimal>(key, text => decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value) && value <= 1_000_000 ? value : null,
            "must be a price from 0 to 1000000, with a decimal point") ?? 0;

    /// <summary>A choice, here or in the section under this one.</summary>
    public TEnum? OneOf<TEnum>(string key)
        where TEnum : struct, Enum => OwnOneOf<TEnum>(key) ?? fallback?.OneOf<TEnum>(key);

    /// <summary>A choice that this section itself sets.</summary>
    public TEnum? OwnOneOf<TEnum>(string key)
        where TEnum : struct, Enum => ReadOwn<TEnum>(key, Named<TEnum>, $"must be one of {string.Join(", ", Enum.GetNames<TEnum>())}");

    /// <summary>The endpoint's base URL without a slash at its end.</summary>
    public Uri? Endpoint() =>
        OwnEndpoint() ?? fallback?.Endpoint();

    /// <summary>The key. It falls back only where the endpoint is the same: one endpoint's key is never sent to another.</summary>
    public string? ApiKey()
    {
        if (Own(nameof(LanguageModelSettings.ApiKey)) is { } key)
            return key;
        if (Own(ApiKeyFile) is { } path)
            return FromFile(path);
        return fallback is not null && Endpoint() == fallback.Endpoint() ? fallback.ApiKey() : null;
    }

    private string? Own(string key) => section[key] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    private Uri? OwnEndpoint()
    {
        if (Own(nameof(LanguageModelSettings.Endpoint)) is not { } text)
            return null;
        string bare = text.TrimEnd('/');
        if (Uri.TryCreate(bare, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https" && uri is { Query: "", Fragment: "", UserInfo: "" }
            && !bare.EndsWith("/completions", StringComparison.OrdinalIgnoreCase))
        {
            return uri;
        }

        Refuse(nameof(LanguageModelSettings.Endpoint), "must be a base URL such as http://localhost:11434/v1, without /chat/completions, a query or a password");
        return null;
    }

    private string? FromFile(string path)
    {
        try
        {
            string key = File.ReadAllText(path).Trim();
            if (key.Length is > 0 and <= 4096)
                return key;
            Refuse(ApiKeyFile, $"names {path}, which holds no key");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            Refuse(ApiKeyFile, $"names {path}, which cannot be read");
        }

        return null;
    }

    private static TEnum? Named<TEnum>(string text)
        where TEnum : struct, Enum
    {
        string? name = Array.Find(Enum.GetNames<TEnum>(), name => name.Equals(text, StringComparison.OrdinalIgnoreCase));
        return name is null ? null : Enum.Parse<TEnum>(name);
    }

    private T? Read<T>(string key, Func<string, T?> parse, string rule)
        where T : struct => Own(key) is null ? fallback?.Read(key, parse, rule) : ReadOwn(key, parse, rule);

    private T? ReadOwn<T>(string key, Func<string, T?> parse, string rule)
        where T : struct
    {
        if (Own(key) is not { } text)
            return null;
        T? value = parse(text);
        if (value is null)
            Refuse(key, $"{rule}, not '{Shortened(text)}'");
        return value;
    }

    private static string Shortened(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
