using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace DialInsight.Hosting.Access;

/// <summary>
/// Reads <c>Auth:Keys</c>: entries <c>name:role[@end]:key</c> in a list or in one text (separated by commas, semicolons or line ends), JSON
/// objects <c>{name, role, key | keySha256, expires}</c>, or a dictionary of name to the same. A key of the form <c>sha256=HEX</c> is a hash of it; the
/// end is a date (its first moment, UTC) or a time. Problems never repeat a key.
/// </summary>
internal sealed class AccessKeyReader(List<string> problems)
{
    private const int ShortestKey = 8;
    private const string HashPrefix = "sha256=";
    private static readonly char[] s_separators = [',', ';', '\n', '\r'];

    /// <summary>The keys.</summary>
    public IReadOnlyList<AccessKey> Read(IConfigurationSection section)
    {
        List<AccessKey> keys = [.. ReadText(section.Value, section.Path)];
        foreach (IConfigurationSection entry in section.GetChildren())
        {
            if (entry.Value is not null)
                keys.AddRange(ReadText(entry.Value, entry.Path));
            else
                keys.AddRange(Create(entry.Path, entry["name"] ?? entry.Key, entry["role"], entry["key"], entry["keySha256"], entry["expires"]));
        }

        return keys;
    }

    private IEnumerable<AccessKey> ReadText(string? text, string path)
    {
        string trimmed = text?.Trim() ?? "";
        if (trimmed.StartsWith('{') || trimmed.StartsWith('['))
            return ReadJson(trimmed, path);
        return trimmed.Split(s_separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).SelectMany(entry => ReadEntry(entry, path));
    }

    private AccessKey[] ReadEntry(string entry, string path)
    {
        string[] parts = entry.Split(':', 3);
        if (parts.Length != 3)
            return Refuse(path, "must be name:role:key, or name:role@2030-12-31:key for a key that ends");
        string[] role = parts[1].Split('@', 2);
        string? hash = parts[2].StartsWith(HashPrefix, StringComparison.OrdinalIgnoreCase) ? parts[2][HashPrefix.Length..] : null;
        return Create(path, parts[0], role[0], hash is null ? parts[2] : null, hash, role.ElementAtOrDefault(1));
    }

    private AccessKey[] ReadJson(string text, string path)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            JsonElement[] entries = document.RootElement.ValueKind == JsonValueKind.Array ? [.. document.RootElement.EnumerateArray()] : [document.RootElement];
            return [.. entries.SelectMany(entry => Create(path, Field(entry, "name"), Field(entry, "role"), Field(entry, "key"), Field(entry, "keySha256"), Field(entry, "expires")))];
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return Refuse(path, "is no JSON object with name, role and key");
        }
    }

    private static string? Field(JsonElement entry, string name) => entry.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    private AccessKey[] Create(string path, string? name, string? role, string? key, string? keySha256, string? expires)
    {
        if (string.IsNullOrWhiteSpace(name))
            return Refuse(path, "has an entry without a name");
        if (int.TryParse(role, out _) || !Enum.TryParse(role, ignoreCase: true, out Role known))
            return Refuse(path, $"gives {name} the role '{role}'; there are viewer, curator, operator and admin");
        if (!TryEnd(expires, out DateTimeOffset? end))
            return Refuse(path, $"gives {name} an end that is no date such as 2030-12-31");
        if (keySha256 is { Length: 64 } && keySha256.All(char.IsAsciiHexDigit))
            return [new AccessKey(new Principal(name, known), Convert.FromHexString(keySha256), end)];
        if (key is null || key.Length < ShortestKey)
            return Refuse(path, $"gives {name} no key of {ShortestKey} characters or more (or keySha256 of 64 hexadecimal digits)");
        return [new AccessKey(new Principal(name, known), SHA256.HashData(Encoding.UTF8.GetBytes(key)), end)];
    }

    private static bool TryEnd(string? text, out DateTimeOffset? end)
    {
        end = null;
        if (text is null)
            return true;
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset parsed))
            return false;
        end = parsed;
        return true;
    }

    private AccessKey[] Refuse(string path, string because)
    {
        problems.Add($"{path} {because}.");
        return [];
    }
}
