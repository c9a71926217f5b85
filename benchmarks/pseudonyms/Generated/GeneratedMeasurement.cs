using DialInsight.Pseudonyms;

namespace DialInsight.Benchmarks.Pseudonyms.Generated;

/// <summary>Measures the generated dialogues, each replaced as a conversation, by the shape that was planted.</summary>
internal static class GeneratedMeasurement
{
    /// <summary>The scores by planted shape (a type and how it is said), and under "beside" what was found where nothing was planted.</summary>
    public static SortedDictionary<string, Score> Of(IEnumerable<PlantedDialogue> dialogues, Action<string>? remark)
    {
        var scores = new SortedDictionary<string, Score>(StringComparer.Ordinal);
        var pseudonymiser = Pseudonymiser.FromText("a key for measuring only");
        foreach (PlantedDialogue dialogue in dialogues)
        {
            IReadOnlyList<PseudonymisedText> replaced = pseudonymiser.ForConversation(dialogue.Language).Replace([.. dialogue.Turns.Select(turn => turn.Text)]);
            for (int turn = 0; turn < replaced.Count; turn++)
                Count(scores, dialogue.Turns[turn], replaced[turn].Spans, remark);
        }

        return scores;
    }

    private static void Count(SortedDictionary<string, Score> scores, PlantedTurn turn, IReadOnlyList<ReplacedSpan> found, Action<string>? remark)
    {
        foreach (PlantedSpan planted in turn.Spans)
        {
            Score score = Of(scores, $"{planted.Type.ToName()} {planted.Shape}");
            score.Labelled++;
            int covered = found.Sum(span => Math.Max(0, Math.Min(span.End, planted.End) - Math.Max(span.Start, planted.Start)));
            score.Overlapped += covered > 0 ? 1 : 0;
            score.Covered += covered == planted.End - planted.Start ? 1 : 0;
            score.Exact += found.Any(span => span.Start == planted.Start && span.End == planted.End && span.Type == planted.Type) ? 1 : 0;
            if (covered < planted.End - planted.Start)
                remark?.Invoke($"{(covered == 0 ? "missed" : "part")} {planted.Type.ToName()} {planted.Shape}: {turn.Text[planted.Start..planted.End]} | {turn.Text}");
        }

        foreach (ReplacedSpan span in found)
        {
            bool right = turn.Spans.Any(planted => planted.Start < span.End && span.Start < planted.End);
            Score score = Of(scores, right ? $"all found" : $"beside {span.Type.ToName()}");
            score.Found++;
            score.Right += right ? 1 : 0;
            if (!right)
                remark?.Invoke($"beside {span.Type.ToName()}: {turn.Text[span.Start..span.End]} | {turn.Text}");
        }
    }

    private static Score Of(SortedDictionary<string, Score> scores, string shape)
    {
        if (!scores.TryGetValue(shape, out Score? score))
            scores[shape] = score = new Score();
        return score;
    }
}
