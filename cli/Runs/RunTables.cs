using System.Globalization;
using DialInsight.Client.Runs;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace DialInsight.Cli.Runs;

/// <summary>Runs and estimates as tables.</summary>
internal static class RunTables
{
    private const int Bar = 20;
    private const string Money = "0.######";

    /// <summary>A run with its cells, a bar each.</summary>
    public static IRenderable Run(RunView run, bool live)
    {
        Table table = Of(live, "cell", "state", "", "accepted", "requested", "rejected", "failed", "pending");
        foreach (CellView cell in run.Cells)
            table.AddRow(Row(cell.Id, cell.State, cell.Counts));
        table.AddRow(Row("all", run.Status, run.Totals));
        string[] lines = [$"{run.Id} · {run.Recipe}{RunText.Pace(run)}{RunText.Money(run)}", .. RunText.Remarks(run)];
        return new Rows([table, .. lines.Select(line => new Text(line))]);
    }

    /// <summary>Runs, one a row.</summary>
    public static IRenderable List(IEnumerable<RunView> runs, bool live)
    {
        Table table = Of(live, "run", "recipe", "state", "accepted", "created", "release");
        foreach (RunView run in runs)
        {
            table.AddRow(Cells(
                run.Id, run.Recipe, run.Status, $"{run.Totals.Accepted} of {run.Totals.Target}", run.CreatedAt.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture), run.Release ?? ""));
        }

        return table;
    }

    /// <summary>What a recipe would take, by cell and by purpose.</summary>
    public static IRenderable Estimate(EstimateView estimate, bool live)
    {
        Table cells = Of(live, "cell", "target", "dialogues", "instructions", "requests", "tokens", "cost");
        foreach (CellEstimateView cell in estimate.Cells)
            cells.AddRow(Cells(cell.Id, $"{cell.Target}", $"{cell.Dialogues}", $"{cell.Instructions}", RunText.Of(cell.Requests), RunText.Of(cell.Tokens), RunText.Of(cell.Cost, Money)));
        Table purposes = Of(live, "for", "calls", "tokens read", "tokens written", "cost");
        foreach (PurposeEstimateView purpose in estimate.Purposes)
            purposes.AddRow(Cells(purpose.Purpose, $"{purpose.Calls}", Number(purpose.InputTokens), Number(purpose.OutputTokens), purpose.Cost.ToString(Money, CultureInfo.InvariantCulture)));
        string[] lines =
        [
            $"requests {RunText.Of(estimate.Requests)} · tokens {RunText.Of(estimate.Tokens)} · cost {RunText.Of(estimate.Cost, Money)} {estimate.Currency}".TrimEnd(),
            .. estimate.Warnings.Select(warning => $"warning: {warning}"),
        ];
        return new Rows([cells, purposes, .. lines.Select(line => new Text(line))]);
    }

    private static Table Of(bool live, params string[] columns)
    {
        Table table = new Table().Border(live ? TableBorder.Rounded : TableBorder.Ascii);
        foreach (string column in columns)
            table.AddColumn(new TableColumn(new Text(column)).NoWrap());
        return table;
    }

    private static Text[] Row(string name, string state, CountsView counts) => Cells(
        name, state, Share(counts), $"{counts.Accepted} of {counts.Target}", $"{counts.Requested}", $"{counts.Rejected}", $"{counts.Failed}", $"{counts.Pending}");

    private static string Share(CountsView counts)
    {
        int full = counts.Target == 0 ? 0 : (int)Math.Min(Bar, (long)Bar * counts.Accepted / counts.Target);
        return new string('█', full) + new string('░', Bar - full);
    }

    private static string Number(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    // As they are: brackets in a name are no markup.
    private static Text[] Cells(params string[] texts) => [.. texts.Select(text => new Text(text))];
}
