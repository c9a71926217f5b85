using System.CommandLine;
using DialInsight.Cli.Ingesting;
using DialInsight.Cli.Previewing;
using DialInsight.Client.Transcripts;
using DialInsight.Conversations.Preparing;
using DialInsight.DomainPacks.Packs;

namespace DialInsight.Cli.Commands;

/// <summary><c>dialinsight preview</c>: shows what ingest would keep of files, without a service.</summary>
internal static class PreviewCommand
{
    private const int Interrupted = 130, ShownByDefault = 3;

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var paths = new Argument<string[]>("paths") { Description = "Files, folders, archives; - for standard input.", Arity = ArgumentArity.OneOrMore };
        var domain = new Option<string?>("--domain") { Description = "The domain pack to find scenarios and roles in: a shipped one's name, or a pack's folder." };
        var language = new Option<string?>("--language") { Description = "The language of records that name none: zh, en; else it is detected." };
        var mapping = new Option<string?>("--mapping") { Description = "The field mapping to hold JSON records to." };
        var fillers = new Option<bool>("--fillers") { Description = "Remove words that fill pauses too." };
        var coherent = new Option<bool>("--coherent") { Description = "Refuse conversations that do not cohere." };
        Option<string?> key = PseudonymKey.CreateOption();
        var show = new Option<int>("--show") { Description = "How many conversations of each file to show.", DefaultValueFactory = static _ => ShownByDefault };
        show.Validators.Add(result =>
        {
            if (result.GetValue(show) < 0)
                result.AddError("--show must be 0 or more.");
        });
        var json = new Option<bool>("--json") { Description = "JSON Lines: every conversation and every refusal, then the sums." };
        var command = new Command(
            "preview",
            """
            Shows what ingest would keep of transcripts: parsed, cleaned, without personal data; what was removed or refused and why. Needs no service and sends nothing anywhere.
            Exit code: 0, 2 where some were refused, 1 for an error.

            Examples:
              dialinsight preview ./calls --domain customer-support
              dialinsight preview archive.zip --json | jq -c 'select(.coherence != [])'
            """)
        {
            paths, domain, language, mapping, fillers, coherent, key, show, json,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            TextWriter output = parsed.InvocationConfiguration.Output, errors = parsed.InvocationConfiguration.Error;
            var choice = new PreviewChoice(
                parsed.GetRequiredValue(paths),
                parsed.GetValue(domain),
                parsed.GetValue(mapping),
                new ConversationDefaults(Language: parsed.GetValue(language), Fillers: parsed.GetValue(fillers), Coherent: parsed.GetValue(coherent)));
            IPreviewReport report = parsed.GetValue(json) ? new JsonPreview(output) : new ScreenPreview(output, parsed.GetValue(show));
            return RunAsync(choice, parsed.GetValue(key), report, errors, cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(PreviewChoice choice, string? key, IPreviewReport report, TextWriter errors, CancellationToken cancellationToken)
    {
        if (PseudonymKey.Open(key, errors) is not { } pseudonymiser)
            return 1;
        try
        {
            (DomainPackSet packs, string? domain) = PreviewPacks.Find(choice.Domain);
            var run = new PreviewRun(packs, pseudonymiser, choice with { Domain = domain }, report);
            IEnumerable<string[]> files = TranscriptPaths.Together(TranscriptPaths.Find([.. choice.Paths.Where(path => path != SpooledInput.Sign)]));
            return await run.RunAsync(choice.Paths.Contains(SpooledInput.Sign) ? files.Append([SpooledInput.Sign]) : files, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Interrupted;
        }
        catch (Exception exception) when (exception is DomainPackException or PreviewException or IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync($"dialinsight: {exception.Message}");
            return 1;
        }
    }
}
