using DialInsight.Contracts;
using DialInsight.InstructionEvolution.Instructions;

namespace DialInsight.InstructionEvolution.Evolution;

/// <summary>What came of an operator's calls.</summary>
internal sealed record OperatorTally
{
    /// <summary>The operator.</summary>
    public required string Operator { get; init; }

    /// <summary>Which text of it, as lineage names it: <c>deepen/1</c>.</summary>
    public required string Method { get; init; }

    /// <summary>How many instructions it was applied to.</summary>
    public int Applied { get; init; }

    /// <summary>How many of the outcomes passed the elimination rules.</summary>
    public int Kept { get; init; }

    /// <summary>How many did not, by reason.</summary>
    public IReadOnlyDictionary<RejectionReason, int> Dropped { get; init; } = new Dictionary<RejectionReason, int>();

    /// <summary>By how much those kept are longer than their parents, in all: characters of Chinese, words of English.</summary>
    public int AddedLength { get; init; }

    /// <summary>How many calls reached a model.</summary>
    public int Calls { get; init; }

    /// <summary>Tokens read.</summary>
    public long InputTokens { get; init; }

    /// <summary>Tokens written.</summary>
    public long OutputTokens { get; init; }

    /// <summary>Money in the currency of the configured prices.</summary>
    public decimal Cost { get; init; }

    /// <summary>One tally for each text of each operator.</summary>
    public static IReadOnlyList<OperatorTally> Sum(IEnumerable<OperatorTally> tallies) =>
        [.. tallies.GroupBy(tally => (tally.Operator, tally.Method)).Select(same => same.Aggregate(Add)).OrderBy(tally => tally.Method, StringComparer.Ordinal)];

    /// <summary>The tally of calls.</summary>
    public OperatorTally Paying(IEnumerable<ModelSpend> spend) => spend.Aggregate(this, (tally, one) => tally with
    {
        Calls = tally.Calls + one.Calls,
        InputTokens = tally.InputTokens + one.InputTokens,
        OutputTokens = tally.OutputTokens + one.OutputTokens,
        Cost = tally.Cost + one.Cost,
    });

    private static OperatorTally Add(OperatorTally first, OperatorTally second)
    {
        Dictionary<RejectionReason, int> dropped = new(first.Dropped);
        foreach ((RejectionReason reason, int count) in second.Dropped)
            dropped[reason] = dropped.GetValueOrDefault(reason) + count;
        return first with
        {
            Applied = first.Applied + second.Applied,
            Kept = first.Kept + second.Kept,
            Dropped = dropped,
            AddedLength = first.AddedLength + second.AddedLength,
            Calls = first.Calls + second.Calls,
            InputTokens = first.InputTokens + second.InputTokens,
            OutputTokens = first.OutputTokens + second.OutputTokens,
            Cost = first.Cost + second.Cost,
        };
    }
}
