using System.Text;
using DialInsight.LanguageModels.Offline.Facets;
using DialInsight.LanguageModels.Offline.Labels;
using DialInsight.LanguageModels.Offline.Reading;

namespace DialInsight.LanguageModels.Offline.Extraction;

/// <summary>The facts of a dialogue, facet by facet.</summary>
internal static class KeyFacts
{
    /// <summary>Facts as entries <c>facet: what was said</c>, the best-evidenced facets first.</summary>
    public static List<string> Entries(LabelWork work, int count)
    {
        List<string> entries = [];
        foreach (Facet facet in DiscourseFacets.All.Concat(BusinessFacets.All))
        {
            if (entries.Count >= count)
                break;
            if (Pick.Cued(work, facet.Cue) is { } sentence)
                entries.Add(Entry(work, facet, work.Use(sentence)));
        }

        return entries;
    }

    /// <summary>The facts in prose.</summary>
    public static string Prose(LabelWork work, int minimum)
    {
        StringBuilder text = new();
        foreach (string entry in Entries(work, 12))
        {
            if (text.Length >= minimum && text.Length > 120)
                break;
            text.Append(Wording.Ended(entry, work.Chinese));
            if (!work.Chinese)
                text.Append(' ');
        }

        return text.Length > 0 ? text.ToString().TrimEnd() : Wording.Reported(work, Pick.Any(work)!);
    }

    private static string Entry(LabelWork work, Facet facet, Sentence sentence)
    {
        string told = Wording.Inline(sentence.Clean);
        return work.Chinese ? $"{facet.Titles.Chinese}：{told}（{sentence.Speaker.Name}）" : $"{Wording.Capital(facet.Titles.English)}: {told} ({sentence.Speaker.Name})";
    }
}
