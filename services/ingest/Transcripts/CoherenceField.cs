using DialInsight.Conversations.Cleaning;

namespace DialInsight.Ingest.Transcripts;

/// <summary>The reasons against a transcript as one field that queries can name: in one order, with commas between them.</summary>
internal static class CoherenceField
{
    private static readonly string[] s_reasons = [Coherence.TooShort, Coherence.SingleSpeaker, Coherence.Garbled, Coherence.OtherLanguage];

    /// <summary>What callers may ask for.</summary>
    public static IReadOnlyList<string> Known { get; } = ["none", "any", .. s_reasons];

    /// <summary>The field of a transcript; null where there is no reason.</summary>
    public static string? Of(IReadOnlyList<string>? reasons) => reasons is { Count: > 0 } ? string.Join(',', s_reasons.Intersect(reasons)) : null;

    /// <summary>Every value of the field that holds a reason; of <c>any</c>, all of them.</summary>
    public static IReadOnlyCollection<object> Holding(string reason) =>
    [
        .. Enumerable.Range(1, (1 << s_reasons.Length) - 1)
            .Select(set => s_reasons.Where((_, index) => (set & (1 << index)) != 0).ToArray())
            .Where(reasons => reason == "any" || reasons.Contains(reason))
            .Select(reasons => string.Join(',', reasons)),
    ];
}
