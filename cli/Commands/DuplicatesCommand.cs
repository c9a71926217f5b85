using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using DialInsight.Cli.Duplicates;
using DialInsight.TextAnalysis.NearDuplicates;

namespace DialInsight.Cli.Commands;

/// <summary><c>dialinsight duplicates</c>: near duplicates among the dialogues of files, a pair a line.</summary>
internal static class DuplicatesCommand
{
    private const int Interrupted = 130;
    private static readonly JsonSerializerOptions s_json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var files = new Argument<string[]>("files") { Description = "Files in whatever ingest reads, or JSON Lines of {\"id\", \"text\"}; folders and archives of such files.", Arity = ArgumentArity.OneOrMore };
        var jaccard = new Option<double>("--jaccard") { Description = "How alike two must be: from 0.1 to 1.", DefaultValueFactory = static _ => 0.8 };
        jaccard.Validators.Add(result =>
        {
            if (result.GetValue(jaccard) is not (>= Banding.LowestThreshold and <= 1))
                result.AddError($"--jaccard must be from {Banding.LowestThreshold} to 1.");
        });
        var command = new Command(
            "duplicates",
            """
            Finds near duplicates: {"a", "b", "jaccard"} a line for each two dialogues that share so much, in the order of the files; a and b are the ids that they give,
            or file and place. Compared are shingles of three words (English) or five characters (Chinese), case, punctuation and the value of numbers aside. Files are
            read twice. What cannot be read is named on standard error and left out (exit code 1).
            """)
        {
            files, jaccard,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(files), parsed.GetValue(jaccard), parsed.InvocationConfiguration.Error, cancellationToken));
        return command;
    }

    /// <summary>A line every two seconds.</summary>
    private static Action<int, int> Progress(TextWriter errors)
    {
        long shown = Stopwatch.GetTimestamp();
        return (read, of) =>
        {
            if (Stopwatch.GetElapsedTime(shown) < TimeSpan.FromSeconds(2))
                return;
            shown = Stopwatch.GetTimestamp();
            errors.WriteLine(of == 0 ? $"{read} dialogues read" : $"{read} of {of} compared");
        };
    }

    private static async Task<int> RunAsync(string[] paths, double jaccard, TextWriter errors, CancellationToken cancellationToken)
    {
        long started = Stopwatch.GetTimestamp();
        try
        {
            FirstLines failures = new(errors.WriteLine, static more => $"{more} more cannot be read");
            var search = new DuplicateSearch(jaccard, failures.Add, Progress(errors));
            IReadOnlyList<(string First, string Second, double Jaccard)> pairs = await search.FindAsync(DialogueFiles.Find(paths), cancellationToken);
            failures.End();
            await using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
            foreach ((string first, string second, double similarity) in pairs)
            {
                await JsonSerializer.SerializeAsync(output, new { a = first, b = second, jaccard = similarity }, s_json, cancellationToken);
                output.WriteByte((byte)'\n');
            }

            await errors.WriteLineAsync($"{search.Read} dialogues, {pairs.Count} pairs, {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s".AsMemory(), cancellationToken);
            return search.Failures > 0 ? 1 : 0;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Interrupted;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync($"dialinsight: {exception.Message}".AsMemory(), CancellationToken.None);
            return 1;
        }
    }
}
