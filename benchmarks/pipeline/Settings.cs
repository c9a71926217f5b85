using System.Globalization;

namespace DialInsight.Benchmarks.Pipeline;

/// <summary>Settings of a labelling process.</summary>
internal static class Settings
{
    public static IEnumerable<string> Labelling(string endpoint, string folder, int inFlight) =>
    [
        $"--Storage:Path={folder}",
        $"--LanguageModel:Endpoint={endpoint}/v1",
        "--LanguageModel:Model=stub",
        string.Create(CultureInfo.InvariantCulture, $"--LanguageModel:MaxConcurrency={inFlight}"),
        "--Logging:LogLevel:Default=Error",
    ];
}
