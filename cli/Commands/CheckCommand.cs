using System.CommandLine;
using DialInsight.Cli.Datasets;

namespace DialInsight.Cli.Commands;

/// <summary><c>dialinsight check</c>: the trainer's own rules on every row of a file.</summary>
internal static class CheckCommand
{
    private const int SomeRefused = 2;

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        Argument<string> file = DatasetOptions.File();
        Option<string> format = DatasetOptions.Format();
        var command = new Command(
            "check",
            """
            Tells which rows of a data set a trainer would refuse: FILE:LINE: row N: why, a line each. The rules are those of LLaMA-Factory's converters (alpaca, sharegpt) and of
            chat fine-tuning endpoints (messages). Exit code 0 when every row is taken, 2 when some are not or there are none, 1 when the file cannot be read.
            """)
        {
            file, format,
        };
        command.SetAction((parsed, token) => DatasetOptions.RunAsync(
            parsed.InvocationConfiguration.Error,
            () => RunAsync(parsed.GetRequiredValue(file), parsed.GetValue(format), parsed.InvocationConfiguration, token),
            token));
        return command;
    }

    private static async Task<int> RunAsync(string path, string? format, InvocationConfiguration console, CancellationToken cancellationToken)
    {
        var file = new DatasetFile(path, DatasetOptions.Named(format));
        int rows = 0, refused = 0;
        await foreach (ReadRow<string?> row in file.ReadAsync((rules, json) => rules.Refusal(json), cancellationToken))
        {
            rows++;
            if ((row.Refusal ?? row.Value) is not { } reason)
                continue;
            refused++;
            await console.Output.WriteLineAsync($"{path}:{row.Line}: row {row.Number}: {reason}".AsMemory(), cancellationToken);
        }

        await console.Error.WriteLineAsync($"{rows} rows ({file.Format?.Name ?? "no format"}), {refused} refused".AsMemory(), cancellationToken);
        return refused > 0 || rows == 0 ? SomeRefused : 0;
    }
}
