using System.Globalization;
using DialInsight.Client.Runs;
using DialInsight.DomainPacks.Packs;
using DialInsight.DomainPacks.Recipes;
using DialInsight.LanguageModels;
using DialInsight.PromptAssembly.Instructions;
using DialInsight.PromptAssembly.Runs;
using DialInsight.PromptAssembly.Templates;
using DialInsight.PromptAssembly.Transcripts;

namespace DialInsight.PromptAssembly.Estimates;

/// <summary>Tells beforehand what a recipe takes and costs: from requests put together as a run would, from the answers' formats, and from what earlier runs
/// came to in the same cells.</summary>
internal sealed class RunEstimator(PromptAssemblyStore store, DialoguePool dialogues, SampledPrompts prompts, ModelPrices prices, TemplateCatalogue templates, TimeProvider time)
{
    /// <summary>Of money: prices are for millions of tokens.</summary>
    public const int Digits = 6;

    /// <summary>How far a model's words may go below and above the length that is expected.</summary>
    private static readonly Range s_wordiness = new(0.85, 1, 1.3);

    /// <summary>Estimates a run of the recipe over the transcripts that are there.</summary>
    public async Task<EstimateView> EstimateAsync(Recipe recipe, CancellationToken cancellationToken)
    {
        DomainPack pack = (await templates.CurrentAsync(recipe.Domain, cancellationToken))!;
        var run = new RunDocument { Id = "", Recipe = recipe, Domain = pack.Reference, State = RunState.Collecting, CreatedAt = time.GetUtcNow(), CreatedBy = "" };
        IReadOnlyDictionary<string, IReadOnlyList<PooledDialogue>> drawn = await dialogues.DrawAsync(recipe, cancellationToken);
        List<CellEstimate> cells = [];
        foreach (RecipeCell cell in recipe.Cells)
            cells.Add(await EstimateAsync(run, cell, pack, drawn[cell.Id], cancellationToken));
        return View(recipe, cells);
    }

    private async Task<CellEstimate> EstimateAsync(RunDocument run, RecipeCell cell, DomainPack pack, IReadOnlyList<PooledDialogue> drawn, CancellationToken cancellationToken)
    {
        (IReadOnlyList<InstructionDocument> instructions, int known) = await prompts.InstructionsAsync(run.Recipe, cell, pack, cancellationToken);
        AttemptHistory history = await AttemptHistory.ReadAsync(store, cell.Id, cancellationToken);
        IReadOnlyList<ExpectedTokens> sampled = await prompts.DrawAsync(run, cell, pack, drawn, instructions, cancellationToken);
        ExpectedTokens mean = sampled.Count == 0 ? default : sampled.Aggregate((a, b) => a + b) * (1.0 / sampled.Count);
        mean = mean with { LabelOutput = history.LabelOutput ?? mean.LabelOutput, JudgeOutput = history.JudgeOutput ?? mean.JudgeOutput };
        double reachable = sampled.Count == 0 ? 0 : Math.Min(cell.Target, (double)drawn.Count * instructions.Count);
        return new CellEstimate(cell, drawn.Count, known, instructions.Count, history.RequestsPerSample(run.Recipe.Attempts) * reachable, mean, Spread(sampled));
    }

    private EstimateView View(Recipe recipe, List<CellEstimate> cells)
    {
        PurposeEstimateView[] purposes = [.. Purposes(recipe, cells).Where(purpose => purpose.Calls > 0)];
        Range fixedTokens = (s_wordiness * purposes.Where(IsPreparation).Sum(purpose => (double)(purpose.InputTokens + purpose.OutputTokens))).Rounded();
        Range fixedCost = s_wordiness * purposes.Where(IsPreparation).Sum(purpose => (double)purpose.Cost);
        Range cost = Sum(cells, CostOf) + fixedCost;
        return new EstimateView
        {
            Recipe = recipe.Name,
            Cells = [.. cells.Select(cell => new CellEstimateView(
                cell.Cell.Id, cell.Cell.Target, cell.Dialogues, cell.Known, RequestsOf(cell).View(), TokensOf(cell).View(), CostOf(cell).View(Digits)))],
            Purposes = purposes,
            Requests = Sum(cells, RequestsOf).View(),
            Tokens = (Sum(cells, TokensOf) + fixedTokens).View(),
            Cost = cost.View(Digits),
            Currency = recipe.Budget?.Currency,
            Budget = recipe.Budget?.Limit,
            Warnings = [.. Warnings(recipe, cells, cost)],
        };
    }

    private IEnumerable<PurposeEstimateView> Purposes(Recipe recipe, List<CellEstimate> cells)
    {
        foreach (IGrouping<string, PreparationTokens> calls in cells.SelectMany(cell => PreparationTokens.Of(recipe, cell)).GroupBy(call => call.Purpose))
            yield return PreparationTokens.Sum(calls.Key, calls, prices);

        ExpectedTokens all = cells.Select(cell => cell.Whole).Aggregate((a, b) => a + b);
        long requests = (long)Sum(cells, RequestsOf).Expected;
        yield return new PurposeEstimateView(ModelPurpose.Label, requests, (long)all.LabelInput, (long)all.LabelOutput, cells.Sum(LabelCostOf));
        yield return new PurposeEstimateView(ModelPurpose.Judge, requests * recipe.Judge.Samples, (long)all.JudgeInput, (long)all.JudgeOutput, cells.Sum(JudgeCostOf));
    }

    private static bool IsPreparation(PurposeEstimateView purpose) => purpose.Purpose is not (ModelPurpose.Label or ModelPurpose.Judge);

    // Figures of cells are rounded first and added up then, so that what people read adds up: by cell, by purpose, and in all.
    private static Range RequestsOf(CellEstimate cell) => cell.Requests.Rounded();

    private static Range TokensOf(CellEstimate cell) => (s_wordiness * cell.Spread * cell.Leeway * cell.Whole.Total).Rounded();

    private Range CostOf(CellEstimate cell) => (s_wordiness * cell.Spread * cell.Leeway * (double)(LabelCostOf(cell) + JudgeCostOf(cell))).Rounded(Digits);

    private decimal LabelCostOf(CellEstimate cell) => Math.Round(prices.OfLabeller(cell.Whole.LabelInput, cell.Whole.LabelOutput), Digits);

    private decimal JudgeCostOf(CellEstimate cell) => Math.Round(prices.OfJudge(cell.Whole.JudgeInput, cell.Whole.JudgeOutput), Digits);

    private static Range Sum(List<CellEstimate> cells, Func<CellEstimate, Range> of) => cells.Select(of).Aggregate((a, b) => a + b);

    /// <summary>How far the mean of all requests may be from that of the sampled ones: two standard errors.</summary>
    private static Range Spread(IReadOnlyList<ExpectedTokens> sampled)
    {
        if (sampled.Count < 2)
            return new Range(1, 1, 1);

        double mean = sampled.Average(tokens => tokens.Total);
        double deviation = Math.Sqrt(sampled.Sum(tokens => Math.Pow(tokens.Total - mean, 2)) / (sampled.Count - 1));
        double doubt = Math.Min(2 * deviation / Math.Sqrt(sampled.Count) / mean, 0.9);
        return new Range(1 - doubt, 1, 1 + doubt);
    }

    private IEnumerable<string> Warnings(Recipe recipe, List<CellEstimate> cells, Range cost)
    {
        foreach (CellEstimate cell in cells)
        {
            if (RunWarnings.Of(cell.Cell.Id, cell.Cell.Target, cell.Dialogues, cell.Instructions) is { } warning)
                yield return warning;
        }

        if (recipe.Selection is { } selection && recipe.Cells.Sum(cell => (long)cell.Target) <= selection.Most)
            yield return "the recipe asks for no more samples than selection.most: only those that are too similar to another will be left out";
        if (recipe.Budget is not { } budget)
            yield break;
        if (!prices.AreKnown)
            yield return "no prices are configured, so that nothing counts against the budget; set LanguageModel:PricePerMillionInput and LanguageModel:PricePerMillionOutput";
        else if (cost.Expected > (double)budget.Limit)
            yield return string.Create(CultureInfo.InvariantCulture, $"the budget of {budget.Limit:0.##} {budget.Currency} is expected to be used up before the targets are reached");
    }
}

/// <summary>What one cell takes.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Dialogues">The dialogues it draws from.</param>
/// <param name="Known">The instructions that are there.</param>
/// <param name="Instructions">The instructions it would be worked with.</param>
/// <param name="Requests">Requests for labels.</param>
/// <param name="PerRequest">What one of them uses.</param>
/// <param name="Spread">How far that may be off.</param>
internal sealed record CellEstimate(
    RecipeCell Cell, int Dialogues, int Known, int Instructions, Range Requests, ExpectedTokens PerRequest, Range Spread)
{
    /// <summary>What all of them use, in whole tokens.</summary>
    public ExpectedTokens Whole { get; } = (PerRequest * Requests.Expected).Rounded();

    /// <summary>How many more or fewer requests it may come to, as shares of those expected.</summary>
    public Range Leeway => Requests.Expected == 0 ? default : Requests * (1 / Requests.Expected);
}
