using DialInsight.Contracts;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.DomainPacks.Packs;
using DialInsight.LanguageModels.Facts;
using DialInsight.TextAnalysis.Overlap;

namespace DialInsight.LanguageModels.Tests.Offline;

public sealed class When_instructions_are_made
{
    private static readonly string[] Operators = ["add-constraint", "deepen", "concretise", "increase-reasoning", "complicate-input", "breadth", "rewrite"];

    public static TheoryData<string, TaskKind> EveryTask()
    {
        TheoryData<string, TaskKind> tasks = [];
        foreach (TaskKind kind in Enum.GetValues<TaskKind>())
        {
            tasks.Add("zh", kind);
            tasks.Add("en", kind);
        }

        return tasks;
    }

    [Theory]
    [MemberData(nameof(EveryTask))]
    public async Task Seeds_are_as_many_as_wanted_unlike_one_another_and_of_fit_length(string language, TaskKind kind)
    {
        SeedAnswer first = await Ask.Json<SeedAnswer>(Seed(language, kind, 8, []));
        SeedAnswer second = await Ask.Json<SeedAnswer>(Seed(language, kind, 8, first.Instructions));
        string[] all = [.. first.Instructions, .. second.Instructions];

        Assert.Equal(8, first.Instructions.Count);
        Assert.NotEmpty(second.Instructions);
        Assert.All(all, instruction => Assert.True(FitsLength(instruction, language), instruction));
        Assert.All(all, instruction => Assert.DoesNotContain('{', instruction));
        for (int left = 0; left < all.Length; left++)
        {
            for (int right = left + 1; right < all.Length; right++)
                Assert.True(RougeL.F(all[left], all[right], language) < 0.7, all[left] + "\n" + all[right]);
        }
    }

    [Fact]
    public async Task Seeds_speak_of_the_dialogues_topics_and_avoid_banned_words()
    {
        SeedFacts facts = Seed("zh", TaskKind.InformationExtraction, 8, []);
        SeedAnswer free = await Ask.Json<SeedAnswer>(facts);
        Assert.Contains(free.Instructions, instruction => instruction.Contains("价格", StringComparison.Ordinal) || instruction.Contains("学区", StringComparison.Ordinal) || instruction.Contains("首付", StringComparison.Ordinal));

        SeedAnswer held = await Ask.Json<SeedAnswer>(facts with { Pack = facts.Pack with { BannedWords = new Dictionary<string, IReadOnlyList<string>> { ["zh"] = ["原话"] } } });
        Assert.All(held.Instructions, instruction => Assert.DoesNotContain("原话", instruction, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("zh", "从对话中提取客户的预算和面积要求。")]
    [InlineData("en", "Extract the customer's budget and wishes from the conversation.")]
    public async Task Each_operator_gains_something_new(string language, string instruction)
    {
        foreach (string name in Operators)
        {
            EvolveAnswer evolved = await Ask.Json<EvolveAnswer>(Evolve(language, name, instruction));

            Assert.True(evolved.Gain, name);
            Assert.True(RougeL.F(instruction, evolved.Instruction, language) < 0.9, evolved.Instruction);
            Assert.True(FitsLength(evolved.Instruction, language), evolved.Instruction);
            Assert.DoesNotContain('{', evolved.Instruction);
        }
    }

    [Theory]
    [InlineData("zh", "从对话中提取客户的预算。")]
    [InlineData("en", "Extract the customer's budget.")]
    public async Task An_operator_that_has_nothing_left_to_add_says_so(string language, string instruction)
    {
        for (int round = 0; round < 12; round++)
        {
            EvolveAnswer evolved = await Ask.Json<EvolveAnswer>(Evolve(language, "deepen", instruction));
            if (!evolved.Gain)
            {
                Assert.Equal(instruction, evolved.Instruction);
                return;
            }

            Assert.StartsWith(instruction, evolved.Instruction, StringComparison.Ordinal);
            instruction = evolved.Instruction;
        }

        Assert.Fail("The operator never ran out of things to add.");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public async Task A_step_adds_ten_to_twenty_words_or_as_much_in_characters(string language)
    {
        string instruction = language == "zh" ? "总结这次沟通。" : "Summarise the call.";
        foreach (string name in Operators.Where(name => name is not ("breadth" or "rewrite")))
        {
            for (int draw = 0; draw < 6; draw++)
            {
                EvolveAnswer evolved = await Ask.Json<EvolveAnswer>(Evolve(language, name, instruction), draw);
                string added = evolved.Instruction[instruction.Length..];
                if (language == "zh")
                    Assert.InRange(added.Length, 15, 45);
                else
                    Assert.InRange(added.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, 10, 22);
            }
        }
    }

    private static SeedFacts Seed(string language, TaskKind kind, int count, IReadOnlyList<string> examples) =>
        new(language, PropertyBusiness.Pack, PropertyBusiness.Pack.Scenarios[0], Task(kind), Dialogue(language), count, examples);

    private static EvolveFacts Evolve(string language, string name, string instruction) =>
        new(language, PropertyBusiness.Pack, PropertyBusiness.Pack.Scenarios[0], Task(TaskKind.InformationExtraction), Dialogue(language), name, instruction);

    private static TaskType Task(TaskKind kind) => PropertyBusiness.Pack.TaskTypes.First(task => task.Kind == kind);

    private static IReadOnlyList<Turn> Dialogue(string language) => language == "zh" ? PropertyBusiness.Chinese : PropertyBusiness.English;

    private static bool FitsLength(string instruction, string language) =>
        language == "zh" ? instruction.Length is >= 6 and <= 300 : instruction.Split(' ').Length is >= 4 and <= 150;
}
