namespace DialInsight.InstructionEvolution.Curation;

/// <summary>A person's decision at a gate.</summary>
/// <param name="Decision"><c>keep</c>, <c>edit</c> or <c>reject</c>.</param>
/// <param name="Text">The better version, for an edit.</param>
/// <param name="Reason">Why; kept in the lineage. A rejection needs one.</param>
/// <param name="Version">The version that was looked at; another one is answered 409. The header If-Match does the same with 412.</param>
/// <param name="Criteria">What was looked at, by name, for instance <c>clear</c>, and whether it held.</param>
internal sealed record DecisionRequest(DecisionKind? Decision, string? Text, string? Reason, long? Version, IReadOnlyDictionary<string, bool>? Criteria)
{
    private const int LongestText = 2000, LongestReason = 1000, MostCriteria = 20;

    /// <summary>What is wrong with the request, by member; empty when nothing is.</summary>
    public Dictionary<string, string[]> Errors()
    {
        Dictionary<string, string[]> errors = [];
        if (Decision is null)
            errors["decision"] = ["must be keep, edit or reject"];
        if (Decision == DecisionKind.Edit && (string.IsNullOrWhiteSpace(Text) || Text.Length > LongestText))
            errors["text"] = [$"an edit needs a text of at most {LongestText} characters"];
        if (Decision == DecisionKind.Reject && string.IsNullOrWhiteSpace(Reason))
            errors["reason"] = ["a rejection needs a reason"];
        if (Reason?.Length > LongestReason)
            errors["reason"] = [$"must have at most {LongestReason} characters"];
        if (Criteria?.Count > MostCriteria)
            errors["criteria"] = [$"must be at most {MostCriteria}"];
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
