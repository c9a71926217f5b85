using System.Globalization;

namespace DialInsight.Benchmarks.Pipeline;

/// <summary>What is measured.</summary>
/// <param name="Cases">The cases, in order.</param>
/// <param name="Broker">The broker's address, or null.</param>
/// <param name="Seconds">About how long a case with a slow model lasts.</param>
/// <param name="LimitMinutes">For how long two processes share a limit, instead of the cases; null measures the cases.</param>
internal sealed record Plan(IReadOnlyList<Case> Cases, string? Broker, int Seconds, int? LimitMinutes)
{
    private const int InFlight = 256;

    public static Plan Read(string[] args, string? broker)
    {
        int seconds = Number(args, "--seconds") ?? 20;
        string[] only = [.. args.SkipWhile(argument => argument != "--only").Skip(1).TakeWhile(argument => !argument.StartsWith("--", StringComparison.Ordinal))];
        Case[] cases =
        [
            new("embedded, at once", Workers: 0, 0, InFlight, Labels: 1500 * seconds),
            new("embedded, 200 ms", Workers: 0, 200, InFlight, Labels: InFlight * 5 * seconds),
            new("RabbitMQ, 1 s", Workers: 1, 1000, InFlight, Labels: InFlight * seconds),
            new("RabbitMQ, 200 ms", Workers: 1, 200, InFlight, Labels: InFlight * 5 * seconds),
            new("RabbitMQ, at once", Workers: 1, 0, InFlight, Labels: 1000 * seconds),
            new("RabbitMQ, at once, two workers", Workers: 2, 0, InFlight / 2, Labels: 1000 * seconds),
        ];
        return new Plan([.. cases.Where(one => (one.Workers == 0 || broker is not null) && (only.Length == 0 || only.Contains(one.Name)))], broker, seconds, Number(args, "--limit"));
    }

    private static int? Number(string[] args, string name) =>
        Array.IndexOf(args, name) is >= 0 and int at ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : null;
}
