namespace DialInsight.Hosting.Facts;

/// <summary>
/// A document that remembers the trace it belongs to, so that what it tells, now or after a restart, goes on in the same trace. A document that does not is told in the trace
/// in which it was written, as long as the process lives.
/// </summary>
public interface ITraced
{
    /// <summary>The span it was written in, as a W3C <c>traceparent</c>. Set by <see cref="FactLog{TDocument}"/> at the first write where it is null and somebody traces; null where nobody does.</summary>
    string? Trace { get; set; }
}
