using System.Diagnostics;
using DialInsight.Contracts;

namespace DialInsight.Hosting.Facts;

/// <summary>Where facts stand in traces: after the span in which their document was written.</summary>
internal static class FactTrace
{
    private static readonly ActivitySource s_source = new("DialInsight.Facts");

    /// <summary>Lets a document remember the span in which it is first written.</summary>
    public static void Remember(object document)
    {
        if (document is ITraced { Trace: null } traced)
            traced.Trace = Activity.Current?.Id;
    }

    /// <summary>The span that a document's facts follow.</summary>
    public static ActivityContext Of(object document) =>
        document is ITraced { Trace: { } trace } && ActivityContext.TryParse(trace, null, isRemote: true, out ActivityContext remembered)
            ? remembered
            : Activity.Current?.Context ?? default;

    /// <summary>Begins the span in which a fact is published; null where nobody traces, or there is nothing that it follows.</summary>
    public static Activity? Publish(IFact fact, ActivityContext follows) =>
        follows == default || !s_source.HasListeners() ? null : s_source.StartActivity($"publish {fact.GetType().Name}", ActivityKind.Internal, follows);
}
