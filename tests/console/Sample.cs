using DialInsight.Client;
using DialInsight.Client.Transcripts;

namespace DialInsight.Console.Tests;

/// <summary>The bundled sample, as tests use it.</summary>
internal static class Sample
{
    public const int Transcripts = 36;

    public static string Recipe { get; } = File.ReadAllText(Path.Combine(Repository.Root, "samples", "recipes", "real-estate-insight.yaml"));

    public static IReadOnlyList<string> Files { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "samples", "transcripts", "real-estate"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    public static async Task SendAsync(DialInsightClient client)
    {
        foreach (string file in Files)
        {
            await using FileStream content = File.OpenRead(file);
            await client.Transcripts.SendAsync(content, Path.GetFileName(file), new IngestDefaults(Domain: "real-estate"), CancellationToken.None);
        }
    }
}
