using System.CommandLine;
using DialInsight.Datasets.Metrics;
using DialInsight.Datasets.Rows;
using DialInsight.LanguageModels;
using Microsoft.Extensions.Options;

namespace DialInsight.Cli.Datasets;

/// <summary>What commands that read data set files have in common.</summary>
internal static class DatasetOptions
{
    private const string Auto = "auto";
    private const int Interrupted = 130;

    /// <summary>The file.</summary>
    public static Argument<string> File() => new("file") { Description = "A JSON array or JSON Lines, of any size; - for standard input." };

    /// <summary>The format.</summary>
    public static Option<string> Format()
    {
        var option = new Option<string>("--format") { Description = "What the rows are; auto tells by their fields.", DefaultValueFactory = static _ => Auto };
        option.AcceptOnlyFromAmong([Auto, .. DatasetFormat.All.Select(format => format.Name)]);
        return option;
    }

    /// <summary>The format of a name; null for auto.</summary>
    public static DatasetFormat? Named(string? name) => DatasetFormat.All.FirstOrDefault(format => format.Name == name);

    /// <summary>Runs a command; a file that cannot be read, or a model that does not answer, is one line on standard error and exit code 1.</summary>
    public static async Task<int> RunAsync(TextWriter errors, Func<Task<int>> run, CancellationToken cancellationToken)
    {
        try
        {
            return await run();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Interrupted;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException
            or ModelRefusedRequestException or ModelUnavailableException or EncoderException or OptionsValidationException)
        {
            await errors.WriteLineAsync($"dialinsight: {exception.Message}".AsMemory(), CancellationToken.None);
            return 1;
        }
    }
}
