using DialInsight.LanguageModels.Offline.Reading;

namespace DialInsight.LanguageModels.Offline.Extraction;

/// <summary>What a pattern found.</summary>
/// <param name="Turn">In which turn, from 0.</param>
/// <param name="Start">Where in the turn.</param>
/// <param name="Value">The value, trimmed.</param>
internal readonly record struct Finding(int Turn, int Start, string Value)
{
    /// <summary>The sentence that the value begins in; null where it begins between sentences.</summary>
    public Sentence? SentenceIn(Dialogue dialogue)
    {
        foreach (Sentence sentence in dialogue.Sentences)
        {
            if (sentence.Turn == Turn && Start < sentence.Start + sentence.Text.Length && Start + Value.Length > sentence.Start)
                return sentence;
        }

        return null;
    }
}
