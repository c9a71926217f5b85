namespace DialInsight.Hosting.Http;

/// <summary>Which page of a list is wanted; taken by endpoints as <c>[AsParameters]</c>.</summary>
/// <param name="Cursor">The <c>nextCursor</c> of the page before; absent for the first.</param>
/// <param name="Limit">How many items at most, 1 to 1,000; 100 when absent. Values outside are brought inside.</param>
public sealed record PageRequest(string? Cursor, int? Limit)
{
    /// <summary>The limit within its bounds.</summary>
    public int Size => Math.Clamp(Limit ?? 100, 1, 1000);
}
