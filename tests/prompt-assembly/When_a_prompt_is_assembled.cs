using DialInsight.Contracts.PromptAssembly;
using DialInsight.DomainPacks.Packs;
using DialInsight.DomainPacks.Recipes;
using DialInsight.PromptAssembly.Assembly;
using DialInsight.PromptAssembly.Instructions;
using DialInsight.PromptAssembly.Runs;
using DialInsight.PromptAssembly.Tests.Fixtures;

namespace DialInsight.PromptAssembly.Tests;

public sealed class When_a_prompt_is_assembled
{
    [Fact]
    public void Should_choose_the_same_parts_for_the_same_seed_and_all_of_them_in_the_end()
    {
        for (int variant = 0; variant < 20; variant++)
            Assert.Equal(Scene(7, "i-1", variant), Scene(7, "i-1", variant));
        Assert.Equal(["scene-1", "scene-2"], Enumerable.Range(0, 20).Select(variant => Scene(7, "i-1", variant)).Distinct().Order());
        Assert.Equal(2, Enumerable.Range(0, 20).Select(seed => Scene(seed, "i-1", 0)).Distinct().Count());
    }

    [Fact]
    public void Should_fill_the_placeholders_of_every_part()
    {
        for (int variant = 0; variant < 10; variant++)
        {
            PartChoice choice = Draw(7, "i-1", variant).Fill(("scenario", "Lending"), ("task", "Summary"));
            var prompt = new PromptDocument
            {
                Id = "p",
                InstructionId = "i-1",
                Instruction = "Write {{name}} for the reader.",
                Parts = [],
                Format = choice.Format,
                PaidBy = "r",
                Before = PromptText.Before(choice),
                After = PromptText.After(choice, PromptText.Narrative(choice, "Write {{name}} for the reader.", "en")),
            };
            AssembledPrompt filled = new DialogueSetting("talk at the desk", "Reader, guide").Fill(prompt);

            Assert.Contains("talk at the desk", filled.Before, StringComparison.Ordinal);
            Assert.Contains("Reader, guide", filled.Before, StringComparison.Ordinal);
            Assert.EndsWith("The talk:", filled.Before, StringComparison.Ordinal);
            Assert.StartsWith("End of the Summary's talk.", filled.After, StringComparison.Ordinal);
            Assert.Contains("Keep to the Lending at hand.", filled.After, StringComparison.Ordinal);
            Assert.DoesNotContain("{{", (filled.Before + filled.After).Replace("{{name}}", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Tell the mood (calm or angry).", null)]
    [InlineData("  ", "empty")]
    [InlineData("Tell the mood (calm or angry) of {{roles}}.", "placeholder")]
    [InlineData("Tell the mood (calm or not).", "“angry”")]
    public void Should_use_a_merged_narrative_only_if_it_kept_everything(string narrative, string? problem)
    {
        var format = new OutputFormat
        {
            Id = "f",
            Kind = OutputFormatKind.Object,
            Fields = [new FormatField { Name = "mood", Type = FormatFieldType.Choice, Choices = ["calm", "angry"] }],
        };
        string? found = NarrativeCheck.Problem(narrative, "Tell the mood as JSON: calm or angry.", format)?.Message;

        if (problem is null)
            Assert.Null(found);
        else
            Assert.Contains(problem, found, StringComparison.Ordinal);
        Assert.Contains("longer", NarrativeCheck.Problem(new string('a', 1000), "Tell the mood.", format)!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Should_share_the_window_by_weight_and_leave_no_cell_without()
    {
        Recipe recipe = Recipe(("lending", 10_000), ("rooms", 10_000));
        int[] windows = RunPlanner.Windows(recipe, TestPack.Library);

        Assert.Equal(windows, RunPlanner.Windows(recipe, TestPack.Library));
        Assert.Equal(RunPlanner.RunWindow + 2, windows.Sum());
        // The scenario rooms weighs three times as much.
        Assert.InRange(windows[1] / (double)windows[0], 2, 4.5);
        Assert.Equal([5, 1], RunPlanner.Windows(Recipe(("lending", 5), ("rooms", 1)), TestPack.Library));
    }

    private static Recipe Recipe(params (string Scenario, int Target)[] cells) => new()
    {
        Name = "desk",
        Domain = "library",
        Language = "en",
        Seed = 7,
        Cells = [.. cells.Select(cell => new RecipeCell { Scenario = cell.Scenario, Task = "summary", Target = cell.Target })],
    };

    private static PartChoice Draw(int seed, string instruction, int variant) =>
        PartChoice.Draw(TestPack.Library, "en", "lending", TestPack.Summary, Instruction(instruction), variant, seed);

    private static InstructionDocument Instruction(string id) => new()
    {
        Id = id,
        Domain = "library",
        Scenario = "lending",
        TaskType = TestPack.Summary.Id,
        Language = "en",
        Text = id,
    };

    private static string Scene(int seed, string instruction, int variant) => Draw(seed, instruction, variant).Parts[TemplatePartKind.ScenarioDescription].Id;
}
