using DialInsight.Client.Runs;
using DialInsight.PromptAssembly.Budgets;
using DialInsight.PromptAssembly.Estimates;

namespace DialInsight.PromptAssembly.Runs;

/// <summary>Shows runs with their numbers.</summary>
internal sealed class RunReader(PromptAssemblyStore store, RunCompletion completion, RunSpend spend, ModelPrices prices, TimeProvider time)
{
    public async Task<RunView?> FindAsync(string runId, CancellationToken cancellationToken) =>
        await store.Runs.FindAsync(runId, cancellationToken) is { } run ? await ShowAsync(run.Document, cancellationToken) : null;

    public async Task<RunView> ShowAsync(RunDocument run, CancellationToken cancellationToken)
    {
        List<CellDocument> frozen = await completion.CellsAsync(run.Id, cancellationToken);
        RunTally tally = await RunTally.CountAsync(store, run.Id, cancellationToken);
        CellView[] cells = [.. run.Recipe.Cells.Select(cell => Cell(run, cell.Id, cell.Target, frozen.Find(known => known.CellId == cell.Id), tally.Of(cell.Id)))];
        var totals = new CountsView(
            cells.Sum(cell => cell.Counts.Target),
            cells.Sum(cell => cell.Counts.Requested),
            cells.Sum(cell => cell.Counts.Accepted),
            cells.Sum(cell => cell.Counts.Rejected),
            cells.Sum(cell => cell.Counts.Failed),
            cells.Sum(cell => cell.Counts.Pending),
            cells.Sum(cell => cell.Counts.InReview));
        double? rate = Rate(run, totals);
        // Nothing is under way but what people are to decide: how long that takes nobody knows.
        bool waitsForPeople = run.State == RunState.Running && totals.Pending > 0 && totals.Pending == totals.InReview && cells.All(cell => cell.State != "waiting");
        return new RunView
        {
            Id = run.Id,
            Recipe = run.Recipe.Name,
            RecipeVersion = run.RecipeVersion,
            TemplateVersions = run.TemplateVersions,
            Domain = run.Domain,
            Language = run.Recipe.Language,
            Curation = run.Recipe.Curation.Name,
            State = run.State,
            Status = waitsForPeople ? "running: waits for reviews" : StatusOf(run),
            PauseDetail = run.Pause?.Detail,
            Budget = await BudgetAsync(run, cancellationToken),
            Warnings = [.. frozen.Select(cell => RunWarnings.Of(cell, run)).OfType<string>()],
            CreatedAt = run.CreatedAt,
            StartedAt = run.StartedAt,
            CompletedAt = run.CompletedAt,
            EndedAt = run.EndedAt,
            Totals = totals,
            Cells = cells,
            Rate = rate,
            EtaSeconds = run.State == RunState.Running && !waitsForPeople && rate > 0 ? (totals.Target - totals.Accepted) / rate : null,
            Spend = run.Spend,
            Release = run.Release,
            Failures = run.Failures,
        };
    }

    private static CellView Cell(RunDocument run, string id, int target, CellDocument? frozen, Counts counts)
    {
        bool filled = counts.Accepted >= target;
        bool through = frozen is { Open: true } && counts.Pending == 0 && run.CompletedAt is not null;
        string? dry = through && !filled ? RunCompletion.DryReason(frozen!, counts, run.Recipe.Attempts) : frozen?.Obstacle;
        return new CellView
        {
            Id = id,
            State = filled ? "filled" : dry is not null ? "dry" : frozen is { Open: true } ? "filling" : "waiting",
            Counts = new CountsView(target, counts.Requested, counts.Accepted, counts.Rejected, counts.Failed, counts.Pending, counts.InReview),
            Dialogues = frozen?.Dialogues ?? 0,
            Instructions = frozen?.Instructions.Count ?? 0,
            DryReason = filled ? null : dry,
        };
    }

    private static string StatusOf(RunDocument run) => (run.State, run.Pause?.Reason) switch
    {
        (RunState.Paused, PauseReason.Budget) => "paused: budget",
        (RunState.Paused, PauseReason.ModelAccess) => "paused: the model refuses the key",
        _ => run.State.ToString().ToLowerInvariant(),
    };

    private async Task<BudgetView?> BudgetAsync(RunDocument run, CancellationToken cancellationToken)
    {
        if (run.BudgetLimit is null && !prices.AreKnown)
            return null;

        RunCost cost = await spend.CountAsync(run.Id, cancellationToken);
        return new BudgetView(run.Recipe.Budget?.Currency, run.BudgetLimit, cost.Spent, cost.Reserved);
    }

    private double? Rate(RunDocument run, CountsView totals)
    {
        if (run.StartedAt is not { } startedAt || totals.Accepted == 0)
            return null;

        double seconds = ((run.CompletedAt ?? run.Pause?.At ?? time.GetUtcNow()) - startedAt - run.PausedFor).TotalSeconds;
        return seconds > 0 ? totals.Accepted / seconds : null;
    }
}
