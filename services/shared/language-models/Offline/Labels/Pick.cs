using DialInsight.LanguageModels.Offline.Reading;

namespace DialInsight.LanguageModels.Offline.Labels;

/// <summary>Finds the sentences of a dialogue that serve a purpose best.</summary>
internal static class Pick
{
    private const double CueWeight = 1.5;
    private const double UsedMalus = 2;
    private const double Jitter = 0.3;

    /// <summary>The best sentence with a cue that is not used yet, or null.</summary>
    public static Sentence? Cued(LabelWork work, Cue cue, Side? side = null)
    {
        Sentence? best = null;
        double highest = double.NegativeInfinity;
        foreach (Sentence sentence in work.Dialogue.Sentences)
        {
            if ((side is { } wanted && sentence.Speaker.Side != wanted) || work.Used(sentence) || !sentence.Holds(cue))
                continue;
            double score = Score(work, sentence);
            if (score > highest)
                (best, highest) = (sentence, score);
        }

        return best;
    }

    /// <summary>The most telling sentence, unused ones first; null in an empty dialogue.</summary>
    public static Sentence? Any(LabelWork work, Cue? cue = null, Side? side = null)
    {
        Sentence? best = null;
        double highest = double.NegativeInfinity;
        foreach (Sentence sentence in work.Dialogue.Sentences)
        {
            double score = Score(work, sentence) - (work.Used(sentence) ? UsedMalus : 0)
                + (cue is not null && sentence.Holds(cue) ? CueWeight : 0) + (side == sentence.Speaker.Side ? CueWeight / 2 : 0);
            if (score > highest)
                (best, highest) = (sentence, score);
        }

        return best;
    }

    /// <summary>The most telling sentences in the order in which they were said.</summary>
    public static List<Sentence> Telling(LabelWork work, int count)
    {
        List<Sentence> ranked = Ranked(work);
        List<Sentence> chosen = ranked.Count > count ? ranked.GetRange(0, count) : ranked;
        chosen.Sort((left, right) => left.Index.CompareTo(right.Index));
        return chosen;
    }

    /// <summary>All sentences, the most telling first.</summary>
    public static List<Sentence> Ranked(LabelWork work)
    {
        List<(double Score, Sentence Sentence)> scored = new(work.Dialogue.Sentences.Count);
        foreach (Sentence sentence in work.Dialogue.Sentences)
            scored.Add((Score(work, sentence), sentence));
        scored.Sort((left, right) => left.Score != right.Score ? right.Score.CompareTo(left.Score) : left.Sentence.Index.CompareTo(right.Sentence.Index));
        return scored.ConvertAll(entry => entry.Sentence);
    }

    private static double Score(LabelWork work, Sentence sentence) =>
        sentence.Salience + (work.Draw == 0 ? 0 : Jitter * Variant.Fraction(sentence.Text, work.Draw));
}
