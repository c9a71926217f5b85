using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.DomainPacks.Yaml;

namespace DialInsight.DomainPacks.Recipes;

/// <summary>Writes recipes so that <see cref="RecipeReader"/> reads them again: what a manifest keeps can be run again.</summary>
public static class RecipeText
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The recipe as compact JSON in the spelling of recipe files, with every default written out.</summary>
    public static string Json(Recipe recipe)
    {
        JsonObject text = new()
        {
            ["name"] = recipe.Name,
            ["domain"] = recipe.Domain,
            ["language"] = recipe.Language,
            ["seed"] = recipe.Seed,
            ["cells"] = new JsonArray([.. recipe.Cells.Select(Cell)]),
            ["sampling"] = Sampling(recipe.Sampling),
            ["attempts"] = recipe.Attempts,
            ["instructionsPerCell"] = recipe.InstructionsPerCell,
            ["curation"] = Curation(recipe.Curation),
            ["optimiseStructure"] = recipe.OptimiseStructure,
            ["judge"] = new JsonObject
            {
                ["samples"] = recipe.Judge.Samples,
                ["accept"] = new JsonArray([.. recipe.Judge.Accept.Select(level => JsonValue.Create(KebabCase.Of(level)))]),
            },
            ["gate"] = Gate(recipe),
            ["exports"] = new JsonArray([.. recipe.Exports.Select(export => JsonValue.Create(export))]),
        };
        if (recipe.Selection is { } selection)
            text["selection"] = new JsonObject { ["most"] = selection.Most, ["similarity"] = selection.Similarity };
        if (recipe.Budget is { } budget)
            text["budget"] = new JsonObject { ["currency"] = budget.Currency, ["limit"] = budget.Limit };
        return text.ToJsonString(Options);
    }

    private static JsonObject Cell(RecipeCell cell) => new()
    {
        ["scenario"] = cell.Scenario,
        ["task"] = cell.Task,
        ["target"] = cell.Target,
        ["weight"] = cell.Weight,
    };

    private static JsonObject Sampling(SamplingPolicy sampling) => new()
    {
        ["channels"] = Weights(sampling.Channels),
        ["languages"] = Weights(sampling.Languages),
        ["reuseDialogues"] = sampling.ReuseDialogues,
        ["windowTokens"] = sampling.WindowTokens,
        ["overlapTurns"] = sampling.OverlapTurns,
    };

    // In the order of names, so that equal recipes have equal texts.
    private static JsonObject Weights(IReadOnlyDictionary<string, double> weights) =>
        new(weights.OrderBy(weight => weight.Key, StringComparer.Ordinal).Select(weight => KeyValuePair.Create(weight.Key, (JsonNode?)JsonValue.Create(weight.Value))));

    private static JsonNode Curation(CurationPolicy policy)
    {
        if (!policy.Automatic)
            return JsonValue.Create("manual");
        JsonObject text = new()
        {
            ["minimumGrounding"] = policy.MinimumGrounding,
            ["maximumSimilarity"] = policy.MaximumSimilarity,
            ["rounds"] = policy.Rounds,
        };
        if (policy.BreadthShare is { } share)
            text["breadthShare"] = share;
        return text;
    }

    private static JsonObject Gate(Recipe recipe) => new()
    {
        ["minimumFill"] = recipe.Gate.MinimumFill,
        ["minimumRichness"] = new JsonObject
        {
            ["prompt"] = recipe.Gate.MinimumRichness.Prompt,
            ["input"] = recipe.Gate.MinimumRichness.Input,
            ["target"] = recipe.Gate.MinimumRichness.Target,
        },
        ["minimumHigh"] = recipe.Gate.MinimumHigh,
        ["maximumUnjudged"] = recipe.Gate.MaximumUnjudged,
        ["maximumLeakage"] = new JsonObject
        {
            ["personal"] = recipe.Gate.MaximumLeakage.Personal,
            ["split"] = recipe.Gate.MaximumLeakage.Split,
        },
    };
}
