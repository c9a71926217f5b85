using DialInsight.DomainPacks.Packs;
using DialInsight.InstructionEvolution.Curation;
using DialInsight.InstructionEvolution.Instructions;
using DialInsight.InstructionEvolution.Seeding;

namespace DialInsight.InstructionEvolution.Tests;

public sealed class When_a_gate_is_decided
{
    private static readonly DateTimeOffset s_now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly CellSubject s_subject = CellSubject.Find(DomainPackReader.ReadAll(Domains()), "real-estate", "buying", "summarisation", "zh")!;

    [Fact]
    public void Kept_at_each_gate_a_seed_becomes_an_approved_instruction_with_its_whole_history()
    {
        InstructionDocument instruction = Seed("概括客户的买房预算和位置要求。") with { Gate = Gate.Curation };
        instruction = GateDecisions.Keep(instruction, By("li"));
        Assert.Equal((InstructionState.Curated, null), (instruction.State, instruction.Gate));

        instruction = GateDecisions.Keep(instruction with { Gate = Gate.Screening }, By("wang"));
        Assert.Equal((InstructionState.Screened, Gate.Refinement), (instruction.State, instruction.Gate));

        instruction = GateDecisions.Keep(instruction, By("zhao"));
        Assert.Equal((InstructionState.Approved, null, "zhao"), (instruction.State, instruction.Gate, instruction.ApprovedBy));
        Assert.Equal(
            [InstructionState.Curated, InstructionState.Screened, InstructionState.Refined, InstructionState.Approved],
            instruction.History.Select(transition => transition.To));
        Assert.Equal(["li", "wang", "zhao", "zhao"], instruction.History.Select(transition => transition.By));
    }

    [Theory]
    [InlineData(Gate.Curation, InstructionState.Curated)]
    [InlineData(Gate.Screening, InstructionState.Screened)]
    [InlineData(Gate.Refinement, InstructionState.Approved)]
    internal void An_edit_is_a_new_instruction_that_passes_the_gate_and_keeps_its_line(Gate gate, InstructionState state)
    {
        InstructionDocument original = Seed("概括客户的预算和位置。") with { Gate = gate, RootId = "root", Round = 2 };

        InstructionDocument edited = GateDecisions.Edit(original, "概括买家的预算、位置与学区要求。", By("li"));

        Assert.Equal(state, edited.State);
        Assert.NotEqual(original.Id, edited.Id);
        Assert.Equal((original.Id, "root", 2, "edit", InstructionDocument.Human), (edited.ParentId, edited.RootId, edited.Round, edited.Operator, edited.Origin));
    }

    [Fact]
    public void What_has_nothing_to_do_with_the_business_is_not_grounded()
    {
        InstructionDocument poem = Seed("写一首关于春天樱花飘落的七言绝句。") with { Gate = Gate.Curation };
        InstructionDocument budget = Seed("概括客户对地铁、学区和首付的要求。") with { Gate = Gate.Curation };

        Criterion off = Assert.Single(Policy().Look(poem, poem, new SimilarityPool("zh", [])));
        Criterion on = Assert.Single(Policy().Look(budget, budget, new SimilarityPool("zh", [])));

        Assert.Equal(("grounding", false), (off.Name, off.Holds));
        Assert.True(on.Holds, on.Finding);
    }

    [Fact]
    public void Screening_looks_at_three_criteria_and_wants_more_detail_than_the_seed()
    {
        InstructionDocument root = Seed("概括客户对地铁、学区和首付的要求。");
        InstructionDocument shorter = Seed("概括客户对学区的要求。") with { Gate = Gate.Screening, Operator = "deepen", ParentId = root.Id, RootId = root.Id };
        InstructionDocument longer = shorter with { Text = "概括客户对地铁、学区和首付的要求，并逐条注明客户的原话出自哪一轮。" };

        IReadOnlyList<Criterion> criteria = Policy().Look(shorter, root, new SimilarityPool("zh", []));
        Assert.Equal(["clear", "ready", "more-detailed-than-seed"], criteria.Select(criterion => criterion.Name));
        Assert.False(criteria[2].Holds);
        Assert.True(Policy().Look(longer, root, new SimilarityPool("zh", []))[2].Holds);
        Assert.True(Policy().Look(shorter with { Operator = "rewrite" }, root, new SimilarityPool("zh", []))[2].Holds);
    }

    [Fact]
    public void The_last_gate_wants_something_new_of_a_model_and_takes_a_person_s_words_as_they_are()
    {
        InstructionDocument instruction = Seed("概括客户对地铁、学区和首付的要求。") with { Gate = Gate.Refinement };
        SimilarityPool approved = new("zh", ["概括客户对地铁、学区及首付的要求。"]);

        Assert.False(Assert.Single(Policy().Look(instruction, instruction, approved)).Holds);
        Assert.True(Assert.Single(Policy().Look(instruction with { Origin = InstructionDocument.Human }, instruction, approved)).Holds);
    }

    private static GatePolicy Policy() =>
        new(Given.OneRound, s_subject, new Grounding(s_subject, [Given.Transcript("t1").Turns]));

    private static Decider By(string person) => new(person, s_now, null, []);

    private static InstructionDocument Seed(string text)
    {
        string id = InstructionDocument.IdOf("real-estate", "buying", "summarisation", "zh", text);
        return new InstructionDocument
        {
            Id = id,
            RootId = id,
            Domain = "real-estate",
            Scenario = "buying",
            TaskType = "summarisation",
            Language = "zh",
            Text = text,
            Origin = "model",
            State = InstructionState.Seeded,
            CreatedAt = s_now,
        };
    }

    private static string Domains()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DialInsight.sln")))
            folder = folder.Parent;
        return Path.Combine(folder!.FullName, "domains");
    }
}
