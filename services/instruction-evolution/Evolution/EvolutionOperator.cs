namespace DialInsight.InstructionEvolution.Evolution;

/// <summary>A way of making an instruction out of another.</summary>
/// <param name="Id">As requests and lineage name it.</param>
/// <param name="Deepens">Whether the outcome must be more demanding and more detailed than what it came from.</param>
/// <param name="English">What the operator asks of a model.</param>
/// <param name="Chinese">The same in Chinese.</param>
internal sealed record EvolutionOperator(string Id, bool Deepens, string English, string Chinese)
{
    /// <summary>The operators (Dial-insight, step 2.1; Evol-Instruct), in the order in which they are dealt out.</summary>
    public static IReadOnlyList<EvolutionOperator> All { get; } =
    [
        new("add-constraint", true, "Add one constraint or requirement that the dialogue makes meaningful.", "增加一条在该对话中有意义的约束或要求。"),
        new("deepen", true, "Ask for more depth or breadth on the matter the instruction is about.", "就其关注的问题提出更深入或更全面的要求。"),
        new("concretise", true, "Replace general notions by specific ones of this business and scenario.", "把笼统的说法换成该业务场景中具体的说法。"),
        new("increase-reasoning", true, "If it can be done in one step, make it ask for several steps of reasoning.", "如果一步就能完成，改为明确要求多步推理。"),
        new("complicate-input", true, "Make it deal with what is hard about the input: corrections, contradictions, several speakers, spoken numbers.", "要求处理输入中的难点：改口、前后矛盾、多人发言、口语化的数字。"),
        new("breadth", false, "Write a new, rarer instruction of the same business and task type, as long and as hard as this one.", "写一条同业务、同任务类型但更少见的新指令，长度和难度与之相当。"),
        new("rewrite", false, "Say the same in different words and another sentence structure, without changing the meaning.", "在不改变含义的前提下，换一种措辞和句式重写。"),
    ];

    /// <summary>The operator for a seed in a round: dealt out in turn, from a start that differs between cells.</summary>
    public static EvolutionOperator At(int start, int position, int round) => All[(int)(((long)start + position + round) % All.Count)];
}
