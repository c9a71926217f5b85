using DialInsight.DomainPacks.Packs;

namespace DialInsight.InstructionEvolution.Evolution;

/// <summary>A way of making an instruction out of another. What it asks of a model, its pack says.</summary>
/// <param name="Id">As requests and lineage name it.</param>
/// <param name="Deepens">Whether the outcome must be more demanding and more detailed than what it came from.</param>
internal sealed record EvolutionOperator(string Id, bool Deepens)
{
    private const string Breadth = "breadth", Rewrite = "rewrite";

    /// <summary>The operators (Dial-insight, step 2.1; Evol-Instruct), in the order in which they are dealt out.</summary>
    public static IReadOnlyList<EvolutionOperator> All { get; } =
        [.. InstructionPrompt.Operators.Select(id => new EvolutionOperator(id, id is not (Breadth or Rewrite)))];

    private static readonly EvolutionOperator[] s_inDepth = [.. All.Where(known => known.Id != Breadth)];
    private static readonly EvolutionOperator s_inBreadth = All.Single(known => known.Id == Breadth);

    /// <summary>The operator of a name; null where there is none.</summary>
    public static EvolutionOperator? Named(string id) => All.FirstOrDefault(known => known.Id == id);

    /// <summary>The operator for a seed in a round: dealt out in turn, from a start that differs between cells.</summary>
    /// <param name="start">Where the cell's turn begins.</param>
    /// <param name="position">The seed's place.</param>
    /// <param name="round">The round.</param>
    /// <param name="breadthShare">The share of steps that breed in breadth, 0 to 1, spread evenly; null deals out all operators alike.</param>
    public static EvolutionOperator At(int start, int position, int round, double? breadthShare = null)
    {
        long turn = (long)start + position + round;
        if (breadthShare is not { } share)
            return All[(int)(turn % All.Count)];

        long bred = (long)Math.Floor(turn * share);
        bool breeds = (long)Math.Floor((turn + 1) * share) > bred;
        return breeds ? s_inBreadth : s_inDepth[(int)((turn - bred) % s_inDepth.Length)];
    }
}

/// <summary>What an operator asks of a model: its pack's text, or one that tuning found to be better.</summary>
/// <param name="Operator">The operator.</param>
/// <param name="Text">What it asks.</param>
/// <param name="Reference">As lineage records it: <c>add-constraint/1</c>, <c>add-constraint/tuned-3f2a…</c>.</param>
internal sealed record OperatorMethod(string Operator, string Text, string Reference)
{
    /// <summary>The pack's text.</summary>
    public static OperatorMethod Of(CellSubject subject, string @operator)
    {
        InstructionPrompt prompt = subject.Pack.Prompt(subject.Language, @operator);
        return new OperatorMethod(@operator, prompt.Text, $"{@operator}/{prompt.Version}");
    }
}
