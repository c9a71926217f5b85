using DialInsight.Pseudonyms;

namespace DialInsight.Benchmarks.Pseudonyms;

/// <summary>Measures one set.</summary>
internal static class Measurement
{
    /// <summary>The scores by type, in the order of the types.</summary>
    /// <param name="texts">The set.</param>
    /// <param name="remark">Receives a line for each label missed and each span found beside the labels; null for none.</param>
    public static SortedDictionary<IdentifierType, Score> Of(IEnumerable<LabelledText> texts, Action<string>? remark)
    {
        var scores = new SortedDictionary<IdentifierType, Score>();
        foreach (LabelledText text in texts)
        {
            IReadOnlyList<IdentifierSpan> found = Pseudonymiser.Detect(text.Text, text.Language);
            foreach (LabelledSpan label in text.Spans)
            {
                if (LabelMap.TypeOf(label.Label) is { } type)
                    Count(Of(scores, type), label, type, found, text, remark);
            }

            foreach (IdentifierSpan span in found)
            {
                Score score = Of(scores, span.Type);
                score.Found++;
                if (text.Spans.Any(label => LabelMap.TypeOf(label.Label) is not null && label.Start < span.End && span.Start < label.End))
                    score.Right++;
                else
                    remark?.Invoke($"{text.Id} beside {span.Type.ToName()}: {Around(text.Text, span.Start, span.End)}");
            }
        }

        return scores;
    }

    private static void Count(Score score, LabelledSpan label, IdentifierType type, IReadOnlyList<IdentifierSpan> found, LabelledText text, Action<string>? remark)
    {
        score.Labelled++;
        int covered = found.Sum(span => Math.Max(0, Math.Min(span.End, label.End) - Math.Max(span.Start, label.Start)));
        score.Overlapped += covered > 0 ? 1 : 0;
        score.Covered += covered == label.End - label.Start ? 1 : 0;
        score.Exact += found.Any(span => span.Start == label.Start && span.End == label.End && span.Type == type) ? 1 : 0;
        if (covered == 0)
            remark?.Invoke($"{text.Id} missed {type.ToName()}: {Around(text.Text, label.Start, label.End)}");
    }

    private static Score Of(SortedDictionary<IdentifierType, Score> scores, IdentifierType type)
    {
        if (!scores.TryGetValue(type, out Score? score))
            scores[type] = score = new Score();
        return score;
    }

    private static string Around(string text, int start, int end)
    {
        string[] points = [.. text.EnumerateRunes().Select(rune => rune.ToString())];
        return $"{string.Concat(points[Math.Max(0, start - 20)..start])}[{string.Concat(points[start..end])}]{string.Concat(points[end..Math.Min(points.Length, end + 12)])}".ReplaceLineEndings("\\n");
    }
}
