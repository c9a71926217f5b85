using DialInsight.Client.Runs;
using DialInsight.DomainPacks.Recipes;
using DialInsight.LanguageModels;

namespace DialInsight.PromptAssembly.Estimates;

/// <summary>What instructions and merged prompts take, before the first label is asked for.</summary>
/// <param name="Purpose">What the calls are for.</param>
/// <param name="Calls">How many.</param>
/// <param name="InputPerCall">Tokens that one reads.</param>
/// <param name="OutputPerCall">Tokens that one writes.</param>
internal readonly record struct PreparationTokens(string Purpose, double Calls, double InputPerCall, double OutputPerCall)
{
    // As measured on the bundled samples: one call seeds several instructions from a dialogue and examples, and about half of them survive to be evolved.
    private const double SeedsPerCall = 6;
    private const double SeedInput = 750;
    private const double SeedOutput = 200;
    private const double EvolvedShare = 0.5;
    private const double EvolveInput = 620;
    private const double EvolveOutput = 60;

    /// <summary>The merging model's own words and its example, and how much of a prompt is narrative: the rest is background and roles.</summary>
    private const double MergeFraming = 160;
    private const double NarrativeShare = 0.95;

    /// <summary>The calls of one cell.</summary>
    public static IEnumerable<PreparationTokens> Of(Recipe recipe, CellEstimate cell)
    {
        int made = Math.Max(0, cell.Instructions - cell.Known);
        yield return new PreparationTokens(ModelPurpose.Seed, Math.Ceiling(made / SeedsPerCall), SeedInput, SeedOutput);
        yield return new PreparationTokens(ModelPurpose.Evolve, made * EvolvedShare * recipe.Curation.Rounds, EvolveInput, EvolveOutput);
        if (recipe.OptimiseStructure)
        {
            double narrative = cell.PerRequest.PromptText * NarrativeShare;
            yield return new PreparationTokens(
                ModelPurpose.Merge, SampledPrompts.Prompts(cell.Requests.Expected, cell.Dialogues, cell.Instructions), narrative + MergeFraming, narrative);
        }
    }

    /// <summary>What such calls come to.</summary>
    public static PurposeEstimateView Sum(string purpose, IEnumerable<PreparationTokens> calls, ModelPrices prices)
    {
        PreparationTokens[] all = [.. calls];
        double input = all.Sum(call => call.Calls * call.InputPerCall);
        double output = all.Sum(call => call.Calls * call.OutputPerCall);
        return new PurposeEstimateView(purpose, (long)Math.Round(all.Sum(call => call.Calls)), (long)input, (long)output, Math.Round(prices.OfLabeller(input, output), RunEstimator.Digits));
    }
}
