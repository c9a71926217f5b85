using DialInsight.Contracts;
using DialInsight.DomainPacks.Packs;

namespace DialInsight.LanguageModels.Offline.Reading;

/// <summary>A dialogue as the annotator reads it: who speaks, sentence by sentence, and how telling each sentence is.</summary>
internal sealed class Dialogue
{
    private Dialogue(string language, IReadOnlyList<Turn> turns, Speaker[] speakers, List<Sentence> sentences)
    {
        Language = language;
        Turns = turns;
        Speakers = speakers;
        Sentences = sentences;
    }

    /// <summary>The language of the answer.</summary>
    public string Language { get; }

    /// <summary>Whether the answer is in Chinese.</summary>
    public bool Chinese => Language == "zh";

    /// <summary>The turns.</summary>
    public IReadOnlyList<Turn> Turns { get; }

    /// <summary>The speaker of each turn.</summary>
    public IReadOnlyList<Speaker> Speakers { get; }

    /// <summary>The sentences in the order in which they were said.</summary>
    public IReadOnlyList<Sentence> Sentences { get; }

    /// <summary>Something to tell dialogues apart by: all that was said first.</summary>
    public ReadOnlySpan<char> Key => Turns.Count == 0 ? "" : Turns[Turns.Count / 2].Text;

    /// <summary>The name of the first speaker of a side, or null.</summary>
    public string? NameOf(Side side)
    {
        foreach (Speaker speaker in Speakers)
        {
            if (speaker.Side == side)
                return speaker.Name;
        }

        return null;
    }

    /// <summary>Reads a dialogue.</summary>
    public static Dialogue Read(IReadOnlyList<Turn> given, DomainPack? pack, string language)
    {
        IReadOnlyList<Turn> turns = WellFormed.Turns(given);
        Speaker[] speakers = Reading.Speakers.Of(turns, pack, language);
        List<Sentence> sentences = [];
        List<Range> ranges = [];
        for (int turn = 0; turn < turns.Count; turn++)
        {
            ranges.Clear();
            SentenceSplitter.Split(turns[turn].Text, ranges);
            foreach (Range range in ranges)
                sentences.Add(Sentence(turns[turn].Text[range], turn, range.Start.Value, sentences.Count, speakers[turn]));
        }

        Salience.Score(sentences);
        return new Dialogue(language, turns, speakers, sentences);
    }

    private static Sentence Sentence(string text, int turn, int start, int index, Speaker speaker)
    {
        List<Term> terms = new(text.Length / 3);
        Terms.Collect(text, terms);
        return new Sentence { Turn = turn, Start = start, Index = index, Text = text, Speaker = speaker, Terms = terms };
    }
}
