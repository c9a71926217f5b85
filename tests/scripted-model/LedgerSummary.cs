namespace DialInsight.ScriptedModel;

/// <summary>Counts of a ledger.</summary>
/// <param name="Count">Calls that ended.</param>
/// <param name="Distinct">Different requests among them.</param>
/// <param name="Answered">Calls that were answered with 200.</param>
/// <param name="Repeated">Answers to requests that had been answered before: calls that were paid twice.</param>
/// <param name="InFlight">Calls being worked on.</param>
/// <param name="MostInFlight">The most calls that were worked on at once.</param>
/// <param name="ByStatus">Calls by status.</param>
/// <param name="PerMinute">Calls by the minute they arrived in.</param>
public sealed record LedgerSummary(
    int Count,
    int Distinct,
    int Answered,
    int Repeated,
    int InFlight,
    int MostInFlight,
    IReadOnlyDictionary<int, int> ByStatus,
    IReadOnlyDictionary<DateTimeOffset, int> PerMinute);
