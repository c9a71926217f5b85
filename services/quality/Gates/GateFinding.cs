namespace DialInsight.Quality.Gates;

/// <summary>A hard gate that an answer failed.</summary>
/// <param name="Gate">The gate: <c>format</c>, <c>choice</c>, <c>quotation</c>, <c>length</c>, <c>language</c>, <c>refusal</c>.</param>
/// <param name="Reason">What is wrong, in the prompt's language.</param>
internal sealed record GateFinding(string Gate, string Reason)
{
    /// <summary>Gate and reason as judgements keep them.</summary>
    public override string ToString() => $"{Gate}: {Reason}";
}
