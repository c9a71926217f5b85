using System.Buffers;
using System.Collections.Frozen;
using DialInsight.DomainPacks.Packs;
using DialInsight.LanguageModels.Offline.Facets;
using DialInsight.LanguageModels.Offline.Reading;

namespace DialInsight.LanguageModels.Offline.Labels;

/// <summary>What a dialogue is about: the scenario's own words that occur in it, its business facets, and words that it repeats.</summary>
internal static class Topics
{
    private static readonly FrozenSet<string> Unfit = """
        one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand
        monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december today tomorrow yesterday tonight morning afternoon evening
        half quarter dozen pound pounds dollar dollars minute minutes hour hours week weeks month months year years people time thing things first second third last next little okay sorry sure thanks yeah
        上午 下午 晚上 中午 早上 今天 明天 昨天 后天 周末 楼下 楼上 时候 现在 刚才 一下 问题 东西 事情 先生 女士 图片
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> UnfitLookup = Unfit.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> Numerals = SearchValues.Create("零一二两三四五六七八九十百千万亿点元块年月日号天几多");

    /// <summary>Up to a number of topics, the most frequent first.</summary>
    public static List<string> Of(Dialogue dialogue, Scenario? scenario, int count)
    {
        List<(double Weight, string Topic)> found = [];
        if (scenario is not null && scenario.Keywords.TryGetValue(dialogue.Language, out IReadOnlyList<string>? keywords))
            AddCounted(dialogue, keywords, 1.5, found);
        foreach (Facet facet in BusinessFacets.All)
        {
            int holders = dialogue.Sentences.Count(sentence => sentence.Holds(facet.Cue));
            if (holders > 0)
                found.Add((Math.Log(1 + holders), facet.Title(dialogue.Language)));
        }

        foreach ((string word, int times) in Repeated(dialogue).Where(entry => dialogue.Chinese || entry.Times > 2))
            found.Add((Math.Log(1 + times), word));
        found.Sort((left, right) => left.Weight != right.Weight ? right.Weight.CompareTo(left.Weight) : string.CompareOrdinal(left.Topic, right.Topic));
        return Distinct(found, count);
    }

    /// <summary>The words that a dialogue repeats, with how often, in the order of their first use. Chinese pairs that always go together are one word.</summary>
    public static List<(string Word, int Times)> Repeated(Dialogue dialogue)
    {
        Dictionary<ulong, int> counts = [];
        foreach (Term term in dialogue.Sentences.SelectMany(sentence => sentence.Terms))
            counts[term.Key] = counts.GetValueOrDefault(term.Key) + 1;
        HashSet<ulong> told = [];
        List<(string Word, int Times)> words = [];
        foreach (Sentence sentence in dialogue.Sentences)
        {
            for (int index = 0; index < sentence.Terms.Count; index++)
            {
                Term term = sentence.Terms[index];
                int times = counts[term.Key];
                if (times < 2 || !told.Add(term.Key))
                    continue;
                int end = term.Start + term.Length;
                while (index + 1 < sentence.Terms.Count && sentence.Terms[index + 1] is { Length: 2 } next && next.Start == end - 1 && counts[next.Key] == times && told.Add(next.Key))
                    (end, index) = (end + 1, index + 1);
                if (IsName(sentence.Text.AsSpan(term.Start, end - term.Start)))
                    words.Add((sentence.Text[term.Start..end], times));
            }
        }

        return words;
    }

    private static bool IsName(ReadOnlySpan<char> word) =>
        (char.IsLower(word[0]) || Terms.IsHan(word[0])) && !word.ContainsAny(Numerals) && !UnfitLookup.Contains(word) && word.Length >= (Terms.IsHan(word[0]) ? 2 : 4) && word.Length <= 12;

    private static void AddCounted(Dialogue dialogue, IReadOnlyList<string> words, double weight, List<(double Weight, string Topic)> found)
    {
        foreach (string word in words)
        {
            int holders = dialogue.Sentences.Count(sentence => Mention.In(sentence.Text, word));
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
