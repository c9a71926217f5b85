namespace DialInsight.ScriptedModel;

/// <summary>What a scripted model does. The first rule that applies to a call decides; a call without one is answered.</summary>
public sealed record ModelScript
{
    /// <summary>Answers at once, always.</summary>
    public static ModelScript Obliging { get; } = new();

    /// <summary>Decides whatever is left to chance.</summary>
    public int Seed { get; init; }

    /// <summary>The least time that an answer takes, in milliseconds.</summary>
    public int LatencyMilliseconds { get; init; }

    /// <summary>The mean of an exponentially distributed time on top, in milliseconds; ten times it at most.</summary>
    public int LatencySpreadMilliseconds { get; init; }

    /// <summary>The rules, in order.</summary>
    public IReadOnlyList<ScriptRule> Rules { get; init; } = [];
}
