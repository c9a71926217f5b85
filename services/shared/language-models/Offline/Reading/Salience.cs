namespace DialInsight.LanguageModels.Offline.Reading;

/// <summary>
/// How telling each sentence of a dialogue is: the mean tf·idf weight of its terms within the dialogue, and what speaks for it besides
/// (numbers, decisions, wishes) or against it (questions, courtesies, scraps).
/// </summary>
internal static class Salience
{
    private const double NumberBonus = 0.45;
    private const double CueBonus = 0.35;
    private const double AskingMalus = 0.35;
    private const double CourtesyMalus = 0.8;
    private const double ScrapMalus = 0.5;

    /// <summary>Scores all sentences of a dialogue.</summary>
    public static void Score(List<Sentence> sentences)
    {
        Dictionary<ulong, (int Count, int Sentences, int Last)> terms = Count(sentences);
        double largest = 1e-9;
        foreach (Sentence sentence in sentences)
        {
            sentence.Salience = Weight(sentence, terms, sentences.Count);
            largest = Math.Max(largest, sentence.Salience);
        }

        foreach (Sentence sentence in sentences)
            sentence.Salience = (sentence.Salience / largest) + Signals(sentence) + Position(sentence.Index, sentences.Count);
    }

    private static Dictionary<ulong, (int Count, int Sentences, int Last)> Count(List<Sentence> sentences)
    {
        Dictionary<ulong, (int Count, int Sentences, int Last)> terms = [];
        foreach (Sentence sentence in sentences)
        {
            foreach (Term term in sentence.Terms)
            {
                terms.TryGetValue(term.Key, out (int Count, int Sentences, int Last) seen);
                bool again = seen.Count > 0 && seen.Last == sentence.Index;
                terms[term.Key] = (seen.Count + 1, seen.Sentences + (again ? 0 : 1), sentence.Index);
            }
        }

        return terms;
    }

    private static double Weight(Sentence sentence, Dictionary<ulong, (int Count, int Sentences, int Last)> terms, int sentences)
    {
        double sum = 0;
        foreach (Term term in sentence.Terms)
        {
            (int count, int holders, _) = terms[term.Key];
            sum += Math.Log(1 + count) * Math.Log(1 + ((double)sentences / holders));
        }

        return sum / (4 + Math.Sqrt(sentence.Terms.Count));
    }

    private static double Signals(Sentence sentence)
    {
        double signals = 0;
        if (sentence.Holds(Cues.Number))
            signals += NumberBonus;
        if (sentence.Holds(Cues.Decision) || sentence.Holds(Cues.Need))
            signals += CueBonus;
        if (sentence.Asks)
            signals -= AskingMalus;
        if (sentence.Holds(Cues.Courtesy))
            signals -= CourtesyMalus;
        if (sentence.Terms.Count < 3)
            signals -= ScrapMalus;
        return signals;
    }

    private static double Position(int index, int count) => index < count / 5 || index >= count - (count / 4) ? 0.1 : 0;
}
