using System.Text.RegularExpressions;
using DialInsight.LanguageModels.Offline.Labels;
using DialInsight.LanguageModels.Offline.Reading;

namespace DialInsight.LanguageModels.Offline.Comparisons;

/// <summary>Finds the two options that a dialogue speaks of most; where there are none, what is wished for stands against what is offered.</summary>
internal static partial class ComparedOptions
{
    /// <summary>The two options, neither without sentences where the dialogue has at least two.</summary>
    public static (ComparedOption First, ComparedOption Second) In(LabelWork work)
    {
        List<string> names = Names(work.Dialogue);
        if (names.Count >= 2)
        {
            (ComparedOption First, ComparedOption Second) named = Attributed(work.Dialogue, names[0], names[1]);
            if (named.First.Sentences.Count > 0 && named.Second.Sentences.Count > 0)
                return named;
        }

        return WishesAndOffers(work);
    }

    /// <summary>What the customer said against what the other side said.</summary>
    public static (ComparedOption First, ComparedOption Second) WishesAndOffers(LabelWork work)
    {
        ComparedOption wishes = new(work.Chinese ? "客户" : "the customer", []);
        ComparedOption offers = new(work.Chinese ? "工作人员" : "the staff", []);
        foreach (Sentence sentence in work.Dialogue.Sentences)
            (sentence.Speaker.Side == Side.Customer ? wishes : offers).Sentences.Add(sentence);
        return (wishes, offers);
    }

    private static (ComparedOption First, ComparedOption Second) Attributed(Dialogue dialogue, string first, string second)
    {
        ComparedOption one = new(first, []), two = new(second, []);
        ComparedOption? current = null;
        foreach (Sentence sentence in dialogue.Sentences)
        {
            bool ofOne = sentence.Text.Contains(first, StringComparison.OrdinalIgnoreCase);
            bool ofTwo = sentence.Text.Contains(second, StringComparison.OrdinalIgnoreCase);
            current = ofOne && !ofTwo ? one : ofTwo && !ofOne ? two : ofOne ? null : current;
            current?.Sentences.Add(sentence);
        }

        return (one, two);
    }

    private static List<string> Names(Dialogue dialogue)
    {
        Dictionary<string, int> counts = [];
        foreach (Sentence sentence in dialogue.Sentences)
        {
            for (Match match = (dialogue.Chinese ? ChineseName() : EnglishName()).Match(sentence.Text); match.Success; match = match.NextMatch())
            {
                string name = match.Groups[1].Value;
                counts[name] = counts.GetValueOrDefault(name) + 1;
            }
        }

        List<string> names = [];
        foreach ((string name, int count) in counts.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal))
        {
            if (count > 1 && names.Count < 2 && !names.Exists(known => known.Contains(name, StringComparison.OrdinalIgnoreCase) || name.Contains(known, StringComparison.OrdinalIgnoreCase)))
                names.Add(name);
        }

        return names;
    }

    [GeneratedRegex(@"((?:第[一二三]|[前后这那另])(?:一)?(?:套|个方案|家|款|间)|[方][案][一二三ABC]|[\p{IsCJKUnifiedIdeographs}]{2,6}(?:小区|花园|家园|公寓|名邸|嘉园|饭店|酒店|套餐|公园|景区))")]
    private static partial Regex ChineseName();

    [GeneratedRegex(@"(?<![.!?]\s|^)\b([A-Z][a-z]+(?:\s[A-Z][a-z]+){0,3}|(?:first|second|basic|premium|standard|pro|cheaper|other|monthly|annual)\s(?:one|plan|option|model|hotel))\b")]
    private static partial Regex EnglishName();
}
