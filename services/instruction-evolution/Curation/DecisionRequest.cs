using DialInsight.InstructionEvolution.Instructions;

namespace DialInsight.InstructionEvolution.Curation;

/// <summary>A person's decision at a gate.</summary>
/// <param name="Decision"><c>keep</c>, <c>edit</c> or <c>reject</c>.</param>
/// <param name="Text">The better version, for an edit.</param>
/// <param name="Reason">Why; kept in the lineage. A rejection needs one.</param>
/// <param name="Version">The version that was looked at; another one is answered 409. The header If-Match does the same with 412.</param>
/// <param name="Criteria">What was looked at, by name, and whether it held; at gate 2 <c>clear</c>, <c>ready</c> and <c>more-detailed-than-seed</c>.
/// What the gate looks at and is not named here is recorded as the rules find it.</param>
/// <param name="Suggestion">Which of the instruction's suggestions the edit began with, from 1.</param>
internal sealed record DecisionRequest(
    DecisionKind? Decision, string? Text = null, string? Reason = null, long? Version = null, IReadOnlyDictionary<string, bool>? Criteria = null, int? Suggestion = null)
{
    private const int LongestReason = 1000, MostCriteria = 20, LongestCriterion = 60;

    /// <summary>What is wrong with the request, by member; empty when nothing is.</summary>
    public Dictionary<string, string[]> Errors()
    {
        Dictionary<string, string[]> errors = [];
        if (Decision is null)
            errors["decision"] = ["must be keep, edit or reject"];
        if (Decision == DecisionKind.Edit && PersonText.Fault(Text) is { } fault)
            errors["text"] = [$"of an edit {fault}"];
        if (Decision == DecisionKind.Reject && string.IsNullOrWhiteSpace(Reason))
            errors["reason"] = ["is missing: a rejection needs a reason"];
        if (Reason?.Length > LongestReason)
            errors["reason"] = [$"must have at most {LongestReason} characters"];
        if (Criteria is not null && (Criteria.Count > MostCriteria || Criteria.Keys.Any(name => name.Length is 0 or > LongestCriterion)))
            errors["criteria"] = [$"must be at most {MostCriteria}, with names of 1 to {LongestCriterion} characters"];
        if (Suggestion is { } suggestion && (suggestion < 1 || Decision != DecisionKind.Edit))
            errors["suggestion"] = ["is for edits, and counts from 1"];
        return errors;
    }
}

/// <summary>What can be decided.</summary>
internal enum DecisionKind
{
    /// <summary>It passes as it is.</summary>
    Keep,

    /// <summary>It passes with another text.</summary>
    Edit,

    /// <summary>It falls.</summary>
    Reject,
}
