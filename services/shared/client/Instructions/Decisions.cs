namespace DialInsight.Client.Instructions;

/// <summary>A decision on several instructions.</summary>
/// <param name="Decision"><c>keep</c>, <c>edit</c> or <c>reject</c>.</param>
/// <param name="Reason">Why; a rejection needs one.</param>
/// <param name="Items">The instructions, at most 500.</param>
public sealed record Decisions(string Decision, string? Reason, IReadOnlyList<DecisionItem> Items);

/// <summary>One of the instructions.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">The version that was looked at; null decides on whatever it is by now.</param>
/// <param name="Text">The better version, for an edit.</param>
public sealed record DecisionItem(string Id, long? Version = null, string? Text = null);

/// <summary>What became of decisions.</summary>
/// <param name="Done">How many were carried out.</param>
/// <param name="Refused">How many were not.</param>
/// <param name="Items">Each, in the order of the request.</param>
public sealed record DecisionsAnswer(int Done, int Refused, IReadOnlyList<DecisionAnswer> Items);

/// <summary>What became of one of them.</summary>
/// <param name="Id">The instruction.</param>
/// <param name="Status">The status, 200 where it was carried out.</param>
/// <param name="Detail">What stands in the way; null where nothing does.</param>
public sealed record DecisionAnswer(string? Id, int Status, string? Detail);
