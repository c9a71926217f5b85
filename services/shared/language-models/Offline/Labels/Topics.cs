using DialInsight.DomainPacks.Packs;
using DialInsight.LanguageModels.Offline.Facets;
using DialInsight.LanguageModels.Offline.Reading;

namespace DialInsight.LanguageModels.Offline.Labels;

/// <summary>What a dialogue is about: the scenario's own words that occur in it, its business facets, and words that it repeats.</summary>
internal static class Topics
{
    /// <summary>Up to a number of topics, the most frequent first.</summary>
    public static List<string> Of(Dialogue dialogue, Scenario? scenario, int count)
    {
        List<(double Weight, string Topic)> found = [];
        if (scenario is not null && scenario.Keywords.TryGetValue(dialogue.Language, out IReadOnlyList<string>? keywords))
            AddCounted(dialogue, keywords, 1.5, found);
        foreach (Facet facet in BusinessFacets.All)
        {
            int holders = dialogue.Sentences.Count(sentence => facet.Cue.In(sentence.Text));
            if (holders > 0)
                found.Add((Math.Log(1 + holders), facet.Title(dialogue.Language)));
        }

        foreach ((string word, int times) in Repeated(dialogue))
            found.Add((Math.Log(1 + times) * 1.2, word));
        found.Sort((left, right) => left.Weight != right.Weight ? right.Weight.CompareTo(left.Weight) : string.CompareOrdinal(left.Topic, right.Topic));
        return Distinct(found, count);
    }

    /// <summary>The words that a dialogue repeats, with how often, in the order of their first use.</summary>
    public static List<(string Word, int Times)> Repeated(Dialogue dialogue)
    {
        Dictionary<ulong, (string Word, int Times)> seen = [];
        List<ulong> order = [];
        foreach (Sentence sentence in dialogue.Sentences)
        {
            foreach (Term term in sentence.Terms)
            {
                if (char.IsDigit(sentence.Text[term.Start]) || term.Length < (Terms.IsHan(sentence.Text[term.Start]) ? 2 : 4))
                    continue;
                if (seen.TryGetValue(term.Key, out (string Word, int Times) known))
                {
                    seen[term.Key] = (known.Word, known.Times + 1);
                    continue;
                }

                seen[term.Key] = (sentence.Text.Substring(term.Start, term.Length), 1);
                order.Add(term.Key);
            }
        }

        return order.ConvertAll(key => seen[key]).FindAll(entry => entry.Times > 1);
    }

    private static void AddCounted(Dialogue dialogue, IReadOnlyList<string> words, double weight, List<(double Weight, string Topic)> found)
    {
        foreach (string word in words)
        {
            int holders = dialogue.Sentences.Count(sentence => sentence.Text.Contains(word, StringComparison.OrdinalIgnoreCase));
            if (holders > 0)
                found.Add((weight * Math.Log(1 + holders), word));
        }
    }

    private static List<string> Distinct(List<(double Weight, string Topic)> found, int count)
    {
        List<string> topics = [];
        foreach ((_, string topic) in found)
        {
            if (topics.Count == count)
                break;
            if (!topics.Exists(known => known.Contains(topic, StringComparison.OrdinalIgnoreCase) || topic.Contains(known, StringComparison.OrdinalIgnoreCase)))
                topics.Add(topic);
        }

        return topics;
    }
}
