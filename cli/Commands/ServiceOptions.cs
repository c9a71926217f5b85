using System.CommandLine;

namespace DialInsight.Cli.Commands;

/// <summary>Where running services are, and the key to them: the same for every command that calls them.</summary>
internal static class ServiceOptions
{
    private const string KeyVariable = "DIALINSIGHT_API_KEY";

    /// <summary><c>--server</c>.</summary>
    public static Option<Uri> Server() => new("--server")
    {
        Description = "Where the services are.",
        DefaultValueFactory = static _ => new Uri("http://127.0.0.1:8080"),
        CustomParser = static result =>
        {
            if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out Uri? address) && address is { Scheme: "http" or "https" })
                return address;
            result.AddError("--server takes an address such as http://127.0.0.1:8080.");
            return null;
        },
    };

    /// <summary><c>--api-key</c>.</summary>
    public static Option<string?> Key() => new("--api-key") { Description = $"The key, where one is asked for; else {KeyVariable} of the environment." };

    /// <summary>The key that was given, or the environment's; null where there is none.</summary>
    public static string? KeyOf(string? given) => (given ?? Environment.GetEnvironmentVariable(KeyVariable)) is { Length: > 0 } key ? key : null;
}
