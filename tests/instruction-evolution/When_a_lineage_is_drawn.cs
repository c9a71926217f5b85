using DialInsight.InstructionEvolution.Instructions;
using DialInsight.InstructionEvolution.Lineage;
using DialInsight.Storage;

namespace DialInsight.InstructionEvolution.Tests;

public sealed class When_a_lineage_is_drawn
{
    private static readonly Versioned<InstructionDocument> s_seed = Item("概括客户的预算。", null, null);
    private static readonly Versioned<InstructionDocument> s_child = Item("概括客户的预算，\"逐条\"写明 <原话>。", s_seed, "deepen");
    private static readonly Versioned<InstructionDocument> s_fallen = Item("新指令", s_seed, "breadth", RejectionReason.Leak);
    private static readonly Versioned<InstructionDocument> s_grandchild = Item("概括客户的预算和首付，逐条写明原话及其出处，并指出前后不一致的地方和最后一次的说法。", s_child, "add-constraint");

    [Fact]
    public void The_tree_holds_every_generation_once()
    {
        LineageNode tree = LineageTree.Build([s_grandchild, s_child, s_fallen, s_seed], s_seed.Document.Id)!;

        Assert.Equal(s_seed.Document.Id, tree.Instruction.Id);
        Assert.Equal(2, tree.Children.Count);
        Assert.Equal(s_grandchild.Document.Id, Assert.Single(tree.Children.Single(node => node.Instruction.Operator == "deepen").Children).Instruction.Id);
        Assert.Null(LineageTree.Build([s_child], s_seed.Document.Id));
    }

    [Fact]
    public void The_drawing_names_operators_and_reasons_and_lets_no_text_break_out()
    {
        string drawing = LineageTree.Mermaid(LineageTree.Build([s_seed, s_child, s_fallen, s_grandchild], s_seed.Document.Id)!);

        Assert.StartsWith("graph TD\n", drawing, StringComparison.Ordinal);
        Assert.Contains("-->|deepen|", drawing, StringComparison.Ordinal);
        Assert.Contains("-->|add-constraint|", drawing, StringComparison.Ordinal);
        Assert.Contains("rejected: Leak", drawing, StringComparison.Ordinal);
        Assert.Contains("&quot;逐条&quot;", drawing, StringComparison.Ordinal);
        Assert.Contains("&lt;原话&gt;", drawing, StringComparison.Ordinal);
        Assert.Equal(4, drawing.Split('\n').Count(line => line.Contains("[\"", StringComparison.Ordinal)));
    }

    private static Versioned<InstructionDocument> Item(string text, Versioned<InstructionDocument>? parent, string? made, RejectionReason? rejection = null)
    {
        string id = InstructionDocument.IdOf("real-estate", "buying", "summarisation", "zh", text);
        return new Versioned<InstructionDocument>(
            new InstructionDocument
            {
                Id = id,
                RootId = parent?.Document.RootId ?? id,
                ParentId = parent?.Document.Id,
                Operator = made,
                Round = (parent?.Document.Round ?? -1) + 1,
                Domain = "real-estate",
                Scenario = "buying",
                TaskType = "summarisation",
                Language = "zh",
                Text = text,
                Origin = "model",
                State = rejection is null ? InstructionState.Evolved : InstructionState.Rejected,
                Rejection = rejection,
                CreatedAt = DateTimeOffset.UnixEpoch,
            },
            1);
    }
}
