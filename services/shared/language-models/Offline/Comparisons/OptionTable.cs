using System.Text;
using DialInsight.LanguageModels.Offline.Facets;
using DialInsight.LanguageModels.Offline.Labels;
using DialInsight.LanguageModels.Offline.Reading;

namespace DialInsight.LanguageModels.Offline.Comparisons;

/// <summary>Two options side by side, aspect by aspect.</summary>
internal static class OptionTable
{
    /// <summary>The aspects of which the dialogue tells something for either option, the best-evidenced first.</summary>
    public static List<AspectRow> Rows(LabelWork work, ComparedOption first, ComparedOption second, int most)
    {
        List<AspectRow> rows = [];
        foreach (Facet facet in BusinessFacets.All.Concat(DiscourseFacets.All))
        {
            Sentence? one = Telling(first, facet), two = Telling(second, facet);
            if (one is null && two is null)
                continue;
            rows.Add(new AspectRow(facet.Title(work.Dialogue.Language), Told(facet, one), Told(facet, two), one ?? two!));
        }

        return rows.OrderByDescending(row => row.First is not null && row.Second is not null ? 1 : 0).Take(most).ToList();
    }

    /// <summary>The comparison as lines.</summary>
    public static List<string> Lines(LabelWork work, int most)
    {
        (ComparedOption first, ComparedOption second) = ComparedOptions.In(work);
        return Rows(work, first, second, most).ConvertAll(row => Line(work, row, first.Name, second.Name));
    }

    /// <summary>The comparison in prose, of at least a number of characters as far as the dialogue gives them.</summary>
    public static string Prose(LabelWork work, int minimum)
    {
        (ComparedOption first, ComparedOption second) = ComparedOptions.In(work);
        StringBuilder text = new(work.Chinese ? $"对比“{first.Name}”与“{second.Name}”：" : $"Comparing \"{first.Name}\" with \"{second.Name}\". ");
        int count = 0;
        foreach (AspectRow row in Rows(work, first, second, 12))
        {
            if (count++ >= 4 && text.Length >= minimum)
                break;
            text.Append(Wording.Ended(Line(work, row, first.Name, second.Name), work.Chinese)).Append(work.Chinese ? "" : " ");
        }

        return text.ToString().TrimEnd();
    }

    /// <summary>What stands where nothing was said.</summary>
    public static string Unsaid(bool chinese) => chinese ? "未提及" : "not mentioned";

    private static string Line(LabelWork work, AspectRow row, string first, string second)
    {
        string unsaid = Unsaid(work.Chinese);
        return work.Chinese
            ? $"{row.Aspect}：{first}——{row.First ?? unsaid}；{second}——{row.Second ?? unsaid}"
            : $"{Wording.Capital(row.Aspect)}: {first} – {row.First ?? unsaid}; {second} – {row.Second ?? unsaid}";
    }

    private static Sentence? Telling(ComparedOption option, Facet facet) =>
        option.Sentences.Where(sentence => sentence.Holds(facet.Cue) && facet.Value?.IsMatch(sentence.Text) != false).MaxBy(sentence => sentence.Salience);

    private static string? Told(Facet facet, Sentence? sentence)
    {
        if (sentence is null)
            return null;
        return facet.ValueIn(sentence.Text) ?? Wording.Inline(Wording.Short(sentence.Clean));
    }
}
