using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DialInsight.Client.Runs;

namespace DialInsight.Cli.Runs;

/// <summary>Runs in words.</summary>
internal static class RunText
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>One line: where the run stands, its numbers, how fast it goes, and what it costs.</summary>
    public static string Line(RunView run)
    {
        CountsView totals = run.Totals;
        return $"{run.Status}: {totals.Accepted} of {totals.Target} accepted · {totals.Requested} requested = {totals.Accepted} accepted + {totals.Rejected} rejected + {totals.Failed} failed + {totals.Pending} pending{Pace(run)}{Money(run)}";
    }

    /// <summary>Accepted samples a second, and what is left.</summary>
    public static string Pace(RunView run)
    {
        string rate = run.Rate is { } each ? string.Create(CultureInfo.InvariantCulture, $" · {each:0.##}/s") : "";
        return run.EtaSeconds is { } seconds && seconds < TimeSpan.MaxValue.TotalSeconds / 2
            ? $"{rate} · about {Duration(TimeSpan.FromSeconds(Math.Ceiling(seconds)))} left"
            : rate;
    }

    /// <summary>What was spent, of how much.</summary>
    public static string Money(RunView run) => run.Budget is not { } budget || (budget.Limit is null && budget.Spent + budget.Reserved == 0) ? "" : string.Create(
        CultureInfo.InvariantCulture,
        $" · {budget.Spent:0.####}{(budget.Reserved > 0 ? $" (+{budget.Reserved:0.####} reserved)" : "")}{(budget.Limit is { } limit ? $" of {limit:0.####}" : "")} {budget.Currency}").TrimEnd();

    /// <summary>What keeps a run from its targets, and why it is paused.</summary>
    public static IEnumerable<string> Remarks(RunView run)
    {
        if (run.PauseDetail is { } pause)
            yield return $"paused: {pause}";
        foreach (string warning in run.Warnings)
            yield return $"warning: {warning}";
        foreach (CellView cell in run.Cells.Where(cell => cell.DryReason is not null))
            yield return $"{cell.Id} ran dry at {cell.Counts.Accepted} of {cell.Counts.Target}: {cell.DryReason}";
        foreach (Contracts.Quality.GateFailure failure in run.Failures)
            yield return string.Create(CultureInfo.InvariantCulture, $"{failure.Measure}: {failure.Actual:0.###}, asked for {failure.Required:0.###}. {failure.Explanation}");
        if (run.Release is { } release)
            yield return $"released as {release}";
    }

    /// <summary>A figure and between what it lies.</summary>
    public static string Of(RangeView range, string format = "#,0") => string.Create(
        CultureInfo.InvariantCulture, $"{range.Expected.ToString(format, CultureInfo.InvariantCulture)} ({range.Low.ToString(format, CultureInfo.InvariantCulture)}–{range.High.ToString(format, CultureInfo.InvariantCulture)})");

    /// <summary>An answer as the service gave it.</summary>
    public static string Json<T>(T view) => JsonSerializer.Serialize(view, s_json);

    /// <summary>How the command ends: as the platform in one process does.</summary>
    public static int ExitCode(RunView run) => run.State switch
    {
        RunState.Released => 0,
        RunState.Refused => 2,
        RunState.Cancelled => 1,
        _ => 0,
    };

    private static string Duration(TimeSpan time) => time.TotalDays >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalDays} d {time:h\\:mm} h")
        : time.ToString(time.TotalHours >= 1 ? "h\\:mm\\:ss" : "m\\:ss", CultureInfo.InvariantCulture);
}
