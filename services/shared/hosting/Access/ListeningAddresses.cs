using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;

namespace DialInsight.Hosting.Access;

/// <summary>Where a process is told to listen, in each of the ways in which that can be told.</summary>
internal static class ListeningAddresses
{
    /// <summary>The addresses; none when nothing is told, which is loopback.</summary>
    public static IEnumerable<string> Configured(WebApplication app)
    {
        IConfiguration settings = app.Configuration;
        string[] endpoints = [.. settings.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>()];
        if (endpoints.Length > 0)
            return endpoints;
        string[] urls = [.. app.Urls, .. Split(settings[WebHostDefaults.ServerUrlsKey])];
        if (urls.Length > 0)
            return urls;
        return [.. Split(settings[WebHostDefaults.HttpPortsKey]).Select(port => $"http://*:{port}"), .. Split(settings[WebHostDefaults.HttpsPortsKey]).Select(port => $"https://*:{port}")];
    }

    private static string[] Split(string? text) => text?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
