using DialInsight.Contracts.PromptAssembly;
using DialInsight.DomainPacks.Recipes;

namespace DialInsight.DomainPacks.Tests.Recipes;

public sealed class RecipeReaderTests
{
    private const string Full = """
        name: agent-call-insight
        domain: real-estate
        language: zh
        seed: 42
        cells:
          - { scenario: buying, task: information-extraction, target: 200, weight: 2 }
          - { scenario: selling, task: comparison, target: 3 }
        attempts: 4
        instructionsPerCell: 7
        curation: { minimumGrounding: 0.3, maximumSimilarity: 0.6, rounds: 2, breadthShare: 0.25 }
        optimiseStructure: true
        budget: { currency: USD, limit: 25 }
        judge: { samples: 5, accept: [high, medium] }
        gate: { minimumFill: 0.9, minimumRichness: { prompt: 0.6, target: 0.4 }, minimumHigh: 0.7, maximumUnjudged: 0.02, maximumLeakage: { personal: 0, split: 0.05 } }
        exports: [messages]
        selection: { most: 150, similarity: 0.85 }
        """;

    private const string Minimal = """
        name: small
        domain: real-estate
        language: zh
        cells:
          - { scenario: buying, task: comparison, target: 1 }
        """;

    [Fact]
    public void Everything_of_a_recipe_is_read()
    {
        Recipe recipe = Read(Full);

        Assert.Equal(("agent-call-insight", "real-estate", "zh", 42L), (recipe.Name, recipe.Domain, recipe.Language, recipe.Seed));
        Assert.Equal(["buying/information-extraction", "selling/comparison"], recipe.Cells.Select(cell => cell.Id));
        Assert.Equal((200, 2.0, 1.0), (recipe.Cells[0].Target, recipe.Cells[0].Weight, recipe.Cells[1].Weight));
        Assert.Equal((4, 7, true), (recipe.Attempts, recipe.InstructionsPerCell, recipe.OptimiseStructure));
        Assert.Equal((true, 0.3, 0.6, 2), (recipe.Curation.Automatic, recipe.Curation.MinimumGrounding, recipe.Curation.MaximumSimilarity, recipe.Curation.Rounds));
        Assert.Equal(new Budget("USD", 25), recipe.Budget);
        Assert.Equal([QualityLevel.High, QualityLevel.Medium], recipe.Judge.Accept);
        Assert.Equal(new ReleaseGate { MinimumFill = 0.9, MinimumRichness = new RichnessFloor(0.6, null, 0.4), MinimumHigh = 0.7, MaximumUnjudged = 0.02, MaximumLeakage = new LeakageCeiling(0, 0.05) }, recipe.Gate);
        Assert.Equal(["messages"], recipe.Exports);
        Assert.Equal(new SelectionPolicy(150, 0.85), recipe.Selection);
        Assert.True(recipe.Judge.Scored);
    }

    [Fact]
    public void What_is_left_out_takes_its_default()
    {
        Recipe recipe = Read(Minimal);

        Assert.Equal(CurationPolicy.Thresholds, recipe.Curation);
        Assert.Null(recipe.Budget);
        Assert.Null(recipe.Selection);
        Assert.False(recipe.Judge.Scored);
        // What is not asked for is not written either: kept recipes stay what they were.
        Assert.DoesNotContain("selection", RecipeText.Json(recipe), StringComparison.Ordinal);
        Assert.Equal([QualityLevel.High], recipe.Judge.Accept);
        Assert.Equal(["alpaca", "sharegpt", "messages"], recipe.Exports);
    }

    [Fact]
    public void Json_is_read_as_well_and_a_written_recipe_is_read_again()
    {
        string json = RecipeText.Json(Read(Full));

        Assert.StartsWith("{", json, StringComparison.Ordinal);
        Assert.Equal(json, RecipeText.Json(Read(json)));
        Assert.Equal(Read(Full).Curation, Read(json).Curation);
        Assert.Equal(Read(Full).Selection, Read(json).Selection);
        Assert.Equal(RecipeText.Json(Read(Minimal)), RecipeText.Json(Read(RecipeText.Json(Read(Minimal)))));
    }

    [Fact]
    public void A_selection_without_a_similarity_takes_the_papers() =>
        Assert.Equal(new SelectionPolicy(20, 0.9), Read(Minimal + "\nselection: { most: 20 }").Selection);

    [Fact]
    public void One_number_for_richness_is_meant_for_the_prompts() =>
        Assert.Equal(new RichnessFloor(0.5), Read(Minimal + "\ngate: { minimumRichness: 0.5 }").Gate.MinimumRichness);

    [Fact]
    public void One_number_for_leakage_is_meant_for_both_kinds() =>
        Assert.Equal(new LeakageCeiling(0.01, 0.01), Read(Minimal + "\ngate: { maximumLeakage: 0.01 }").Gate.MaximumLeakage);

    [Theory]
    [InlineData("automatic", true)]
    [InlineData("manual", false)]
    public void Curation_is_a_word_or_thresholds(string word, bool automatic) =>
        Assert.Equal(automatic, Read(Minimal + $"\ncuration: {word}").Curation.Automatic);

    [Theory]
    [InlineData("target: 200", "target: 0", 6, "cells[0].target", "must be a whole number from 1 to 10,000,000")]
    [InlineData("target: 200", "target: many", 6, "cells[0].target", "must be a whole number")]
    [InlineData("target: 200", "target: '200'", 6, "cells[0].target", "must be a whole number")]
    [InlineData("target: 200", "targets: 200", 6, "cells[0].targets", "is not known; did you mean \"target\"?")]
    [InlineData("target: 200, ", "", 6, "cells[0].target", "is missing")]
    [InlineData("weight: 2", "weight: 0", 6, "cells[0].weight", "must be a number above 0")]
    [InlineData("scenario: selling", "scenario: sellin", 7, "cells[1].scenario", "did you mean \"selling\"?")]
    [InlineData("scenario: selling, task: comparison", "scenario: buying, task: information-extraction", 7, "cells[1]", "is buying/information-extraction again")]
    [InlineData("domain: real-estate", "domain: real-state", 2, "domain", "did you mean \"real-estate\"?")]
    [InlineData("language: zh", "language: fr", 3, "language", "must be one of zh, en")]
    [InlineData("seed: 42", "seed: 4.2", 4, "seed", "must be a whole number")]
    [InlineData("attempts: 4", "attempts: 21", 8, "attempts", "from 1 to 20")]
    [InlineData("attempts: 4", "atempts: 4", 8, "atempts", "did you mean \"attempts\"?")]
    [InlineData("rounds: 2", "round: 2", 10, "curation.round", "did you mean \"rounds\"?")]
    [InlineData("optimiseStructure: true", "optimiseStructure: maybe", 11, "optimiseStructure", "must be true or false")]
    [InlineData("currency: USD", "currency: dollar", 12, "budget.currency", "three capitals")]
    [InlineData("limit: 25", "limit: 0", 12, "budget.limit", "above 0")]
    [InlineData("[high, medium]", "[good]", 13, "judge.accept", "known are low, medium, high")]
    [InlineData("samples: 5", "samples: 16", 13, "judge.samples", "from 1 to 15")]
    [InlineData("minimumFill: 0.9", "minimumFill: 1.1", 14, "gate.minimumFill", "from 0 to 1")]
    [InlineData("{ prompt: 0.6,", "{ prompts: 0.6,", 14, "gate.minimumRichness.prompts", "did you mean \"prompt\"?")]
    [InlineData("[messages]", "[mesages]", 15, "exports", "did you mean \"messages\"?")]
    [InlineData("most: 150, ", "", 16, "selection.most", "is missing: how many samples")]
    [InlineData("most: 150", "most: 0", 16, "selection.most", "must be a whole number from 1")]
    [InlineData("most: 150", "share: 0.5", 16, "selection.share", "is not known")]
    [InlineData("similarity: 0.85", "similarity: 1", 16, "selection.similarity", "above 0 and below 1")]
    [InlineData("similarity: 0.85", "similarity: 2", 16, "selection.similarity", "from 0 to 1")]
    [InlineData("{ most: 150, similarity: 0.85 }", "150", 16, "selection", "must be a mapping")]
    [InlineData("name: agent-call-insight", "name: Agent Calls", 1, "name", "must be lower-case")]
    public void A_problem_is_told_with_its_line_and_path(string old, string with, int line, string path, string message)
    {
        Assert.Contains(old, Full, StringComparison.Ordinal);

        RecipeException problem = Assert.Throws<RecipeException>(() => Read(Full.Replace(old, with, StringComparison.Ordinal)));

        Assert.Contains(problem.Problems, told => told.Line == line && told.Path == path && told.Message.Contains(message, StringComparison.Ordinal));
        Assert.Contains($"recipe.yaml({line}): {path} ", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("words")]
    [InlineData("{ not: [closed")]
    [InlineData("\u0000")]
    [InlineData("a: &a [*a]")]
    [InlineData("{\"name\": \"x\"")]
    public void What_is_no_recipe_is_told_and_nothing_else_is_thrown(string text) =>
        Assert.NotEmpty(Assert.Throws<RecipeException>(() => Read(text)).Problems);

    [Theory]
    [InlineData("real-estate-insight.yaml")]
    [InlineData("support-insight.yaml")]
    [InlineData("support-insight-en.yaml")]
    public void The_shipped_recipes_are_valid(string file)
    {
        string path = Path.Combine(Repository.Root, "samples", "recipes", file);

        Recipe recipe = RecipeReader.Read(File.ReadAllText(path), path, Repository.Packs);

        Assert.True(recipe.Curation.Automatic);
        Assert.Equal(1.0, recipe.Gate.MinimumFill);
    }

    private static Recipe Read(string text) => RecipeReader.Read(text, "recipe.yaml", Repository.Packs);
}
