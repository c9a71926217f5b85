using System.Security.Cryptography;
using System.Text;

namespace DialInsight.Tests;

/// <summary>
/// Where a test keeps its documents: in files of its folder, or on the MongoDB whose connection string (without a database, with an
/// <c>authSource</c> where it names a user) is in <c>DIALINSIGHT_MONGODB</c>. The tests are then built with <c>-p:WithMongoDB=true</c>.
/// </summary>
internal static class DocumentServer
{
    /// <summary>Whether documents are kept on a server.</summary>
    public static bool IsUsed => Address is not null;

    private static string? Address => Environment.GetEnvironmentVariable("DIALINSIGHT_MONGODB") is { Length: > 0 } address ? address : null;

    /// <summary>
    /// The settings of the section <c>Storage</c> for a test's folder. On a server every folder has databases of its own, whose names begin
    /// with <c>dialinsight-test-</c>; they are left there.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Settings(string folder)
    {
        var settings = new Dictionary<string, string> { ["Storage:Path"] = folder };
        if (Address is { } address)
        {
            string[] parts = address.Split('?', 2);
            string name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(folder))))[..12];
            settings["Storage:Provider"] = "MongoDB";
            settings["Storage:ConnectionString"] = $"{parts[0].TrimEnd('/')}/dialinsight-test-{name}{(parts.Length == 2 ? $"?{parts[1]}" : "")}";
        }

        return settings;
    }

    /// <summary>The same as on a command line.</summary>
    public static IEnumerable<string> Arguments(string folder) => Settings(folder).Select(setting => $"--{setting.Key}={setting.Value}");
}
