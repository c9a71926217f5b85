using DialInsight.InstructionEvolution.Instructions;

namespace DialInsight.InstructionEvolution.Curation;

/// <summary>Decisions on many instructions at once, each carried out by itself.</summary>
/// <param name="Decision">What an item decides that says nothing itself.</param>
/// <param name="Reason">The reason of items without one.</param>
/// <param name="Criteria">The criteria of items without any.</param>
/// <param name="Items">The instructions, at most 500.</param>
internal sealed record BulkDecision(DecisionKind? Decision, string? Reason, IReadOnlyDictionary<string, bool>? Criteria, IReadOnlyList<BulkItem>? Items)
{
    /// <summary>The most items of one request.</summary>
    public const int MostItems = 500;

    /// <summary>The decision on an item.</summary>
    public DecisionRequest On(BulkItem item) =>
        new(item.Decision ?? Decision, item.Text, item.Reason ?? Reason, item.Version, item.Criteria ?? Criteria);
}

/// <summary>One of many decisions.</summary>
/// <param name="Id">The instruction.</param>
/// <param name="Decision"><c>keep</c>, <c>edit</c> or <c>reject</c>.</param>
/// <param name="Text">The better version, for an edit.</param>
/// <param name="Reason">Why.</param>
/// <param name="Version">The version that was looked at.</param>
/// <param name="Criteria">What was looked at.</param>
internal sealed record BulkItem(string? Id, DecisionKind? Decision, string? Text, string? Reason, long? Version, IReadOnlyDictionary<string, bool>? Criteria);

/// <summary>What became of many decisions.</summary>
/// <param name="Done">How many were carried out.</param>
/// <param name="Refused">How many were not.</param>
/// <param name="Items">Each, in the order of the request.</param>
internal sealed record BulkOutcome(int Done, int Refused, IReadOnlyList<BulkItemOutcome> Items);

/// <summary>What became of one of many decisions.</summary>
/// <param name="Id">The instruction.</param>
/// <param name="Status">The status that the decision alone would have been answered with.</param>
/// <param name="Type">The problem's type; null where there is none.</param>
/// <param name="Detail">What stands in the way, and what to do; null where nothing does.</param>
/// <param name="Instruction">The instruction, or its new version; null where the decision was not carried out.</param>
internal sealed record BulkItemOutcome(string? Id, int Status, string? Type, string? Detail, InstructionView? Instruction);
