using System.Diagnostics;
using DialInsight.Contracts;

namespace DialInsight.Hosting.Facts;

/// <summary>The facts of one document on their way; tells when the last of them is delivered.</summary>
internal sealed class Publication(IReadOnlyList<IFact> facts, ActivityContext follows, Action delivered)
{
    private int _waiting = facts.Count;

    /// <summary>The facts, in the document's order.</summary>
    public IReadOnlyList<IFact> Facts { get; } = facts;

    /// <summary>The span that they follow.</summary>
    public ActivityContext Follows { get; } = follows;

    /// <summary>One of the facts is delivered.</summary>
    public void Delivered()
    {
        if (Interlocked.Decrement(ref _waiting) == 0)
            delivered();
    }
}
