using System.CommandLine;

namespace DialInsight.Standalone;

/// <summary>The command line of the whole platform in one process.</summary>
internal static class StandaloneCommand
{
    public static RootCommand Create()
    {
        var sample = new Option<bool>("--sample") { Description = "Run the bundled sample to a release." };
        var transcripts = new Option<string[]>("--transcripts")
        {
            Description = "Take these in: files, folders, archives (JSON, JSON Lines, CSV, TSV, “speaker: words” text, chat exports, Markdown, SRT, WebVTT, TextGrid, .nlp, ZIP).",
            AllowMultipleArgumentsPerToken = true,
        };
        var recipe = new Option<string?>("--recipe") { Description = "Fill this recipe (YAML or JSON)." };
        var domain = new Option<string?>("--domain") { Description = "The domain pack: the name of a shipped one, or the folder of your own." };
        var output = new Option<string>("--out") { Description = "Where the release's files go, one folder a release.", DefaultValueFactory = _ => "./out" };
        var data = new Option<string>("--data") { Description = "Where everything is kept. Started again with the same folder, an interrupted run goes on.", DefaultValueFactory = _ => "./data" };
        var urls = new Option<string>("--urls") { Description = "Where to listen.", DefaultValueFactory = _ => "http://127.0.0.1:8080" };
        var exit = new Option<bool>("--exit") { Description = "Stop when the run has ended: 0 released, 2 the gate refused it, 1 error." };
        var command = new RootCommand(
            "DialInsight in one process: conversations in, a measured instruction-tuning data set out. Settings of the README's table are given as environment variables (Section__Name) or here as --Section:Name=value.")
        {
            sample, transcripts, recipe, domain, output, data, urls, exit,
        };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (Unknown(parsed.UnmatchedTokens) is { } unknown)
                return await Fail($"“{unknown}” is not an option. --help lists them; settings are given as --Section:Name=value.");

            string? pack = parsed.GetValue(domain);
            bool isFolder = pack is not null && Directory.Exists(pack);
            var options = new StandaloneOptions(
                Transcripts: parsed.GetValue(transcripts) is { Length: > 0 } given ? given : parsed.GetValue(sample) ? [SampleFolder.Transcripts] : [],
                Recipe: parsed.GetValue(recipe) ?? (parsed.GetValue(sample) ? SampleFolder.Recipe : null),
                Domain: isFolder ? null : pack ?? (parsed.GetValue(sample) ? "real-estate" : null),
                DomainFolder: isFolder ? Path.GetFullPath(pack!) : null,
                Out: parsed.GetValue(output)!,
                DataFolder: parsed.GetValue(data)!,
                Urls: parsed.GetValue(urls)!,
                Exit: parsed.GetValue(exit),
                IsSample: parsed.GetValue(sample) && parsed.GetValue(transcripts) is null or { Length: 0 } && parsed.GetValue(recipe) is null,
                Settings: parsed.UnmatchedTokens);
            return await StandaloneHost.RunAsync(options, cancellationToken);
        });
        return command;
    }

    private static string? Unknown(IReadOnlyList<string> tokens) =>
        tokens.FirstOrDefault(token => !token.StartsWith("--", StringComparison.Ordinal) || !token.Contains(':', StringComparison.Ordinal) || !token.Contains('=', StringComparison.Ordinal));

    private static async Task<int> Fail(string message)
    {
        await Console.Error.WriteLineAsync($"dialinsight: {message}");
        return 1;
    }
}
