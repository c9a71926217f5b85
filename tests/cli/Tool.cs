using System.Diagnostics;
using System.Text;

namespace DialInsight.Cli.Tests;

/// <summary>Runs the built tool as its users do: a process with three streams.</summary>
internal static class Tool
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static Task<Outcome> RunAsync(string input, params string[] arguments) => RunAsync(Encoding.UTF8.GetBytes(input), arguments);

    public static Task<Outcome> RunAsync(string input, IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        RunAsync(Encoding.UTF8.GetBytes(input), Start(environment, arguments));

    public static Task<Outcome> RunAsync(byte[] input, params string[] arguments) => RunAsync(input, Start(arguments));

    private static async Task<Outcome> RunAsync(byte[] input, Process started)
    {
        using Process process = started;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        await using CancellationTokenRegistration kill = limit.Token.Register(process.Kill);
        Task<string> output = process.StandardOutput.ReadToEndAsync(limit.Token);
        Task<string> errors = process.StandardError.ReadToEndAsync(limit.Token);
        await process.StandardInput.BaseStream.WriteAsync(input, limit.Token);
        process.StandardInput.Close();
        await process.WaitForExitAsync(limit.Token);
        return new Outcome(process.ExitCode, Lines(await output), Lines(await errors));
    }

    public static Process Start(params string[] arguments) => Start(new Dictionary<string, string>(), arguments);

    private static Process Start(IReadOnlyDictionary<string, string> environment, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "dialinsight.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>How a run ended.</summary>
    internal sealed record Outcome(int ExitCode, string[] Output, string[] Errors);
}
