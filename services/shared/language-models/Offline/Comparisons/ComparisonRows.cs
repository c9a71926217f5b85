using DialInsight.Contracts.PromptAssembly;
using DialInsight.LanguageModels.Offline.Extraction;
using DialInsight.LanguageModels.Offline.Facets;
using DialInsight.LanguageModels.Offline.Labels;
using DialInsight.LanguageModels.Offline.Reading;

namespace DialInsight.LanguageModels.Offline.Comparisons;

/// <summary>
/// The rows of a comparison table. Where a column names the aspects as choices with evidence, each choice the dialogue speaks of is a row, and
/// the columns for a side hold what that side said; else the rows are facets and the columns two options.
/// </summary>
internal static class ComparisonRows
{
    /// <summary>The rows, the best-evidenced first.</summary>
    public static List<string[]> Of(LabelWork work, int most)
    {
        foreach (FormatField field in work.Format.Fields)
        {
            if (field.Type == FormatFieldType.Choice && TableAnswer.HintOf(work, field) is { Evidence.Count: > 0 } hint)
                return ByChoice(work, field, hint, most);
        }

        (ComparedOption first, ComparedOption second) = ComparedOptions.In(work);
        return OptionTable.Rows(work, first, second, most).ConvertAll(row => Row(work, row, first, second, null));
    }

    private static List<string[]> ByChoice(LabelWork work, FormatField field, CompiledHint hint, int most)
    {
        (ComparedOption wishes, ComparedOption offers) = ComparedOptions.WishesAndOffers(work);
        List<(int Sides, string[] Cells)> rows = [];
        foreach (string choice in field.Choices)
        {
            Sentence? wish = Best(wishes, hint, choice), offer = Best(offers, hint, choice);
            if ((wish ?? offer) is not { } source)
                continue;
            AspectRow row = new(choice, Told(wish), Told(offer), source);
            rows.Add((wish is null || offer is null ? 1 : 2, Row(work, row, wishes, offers, field)));
        }

        if (rows.Count == 0 && Pick.Any(work) is { } telling)
            rows.Add((0, Row(work, Unsorted(field, wishes, offers, telling), wishes, offers, field)));
        return rows.OrderByDescending(row => row.Sides).Take(most).Select(row => row.Cells).ToList();
    }

    /// <summary>Where no aspect has evidence: what either side said that tells most, under the aspect that fits anything.</summary>
    private static AspectRow Unsorted(FormatField field, ComparedOption wishes, ComparedOption offers, Sentence telling) =>
        new(ChoiceValue.OfSentence(field, null, telling), Told(wishes.Sentences.MaxBy(sentence => sentence.Salience)), Told(offers.Sentences.MaxBy(sentence => sentence.Salience)), telling);

    private static Sentence? Best(ComparedOption side, CompiledHint hint, string choice) =>
        side.Sentences.Where(sentence => ChoiceValue.Speaks(hint, choice, sentence)).MaxBy(sentence => sentence.Salience);

    private static string? Told(Sentence? sentence) => sentence is null ? null : Wording.Inline(Wording.Short(sentence.Clean));

    private static string[] Row(LabelWork work, AspectRow row, ComparedOption first, ComparedOption second, FormatField? aspect)
    {
        IReadOnlyList<FormatField> fields = work.Format.Fields;
        string unsaid = OptionTable.Unsaid(work.Chinese);
        string[] cells = new string[fields.Count];
        int place = aspect is null ? 0 : 1;
        for (int index = 0; index < fields.Count; index++)
        {
            bool free = fields[index].Type == FormatFieldType.Text && !fields[index].Quotation;
            cells[index] = fields[index] == aspect ? row.Aspect : !free ? TableAnswer.Cell(work, fields[index], row.Source) : place++ switch
            {
                0 => row.Aspect,
                1 => Side(first, row.First ?? unsaid, aspect is null),
                2 => Side(second, row.Second ?? unsaid, aspect is null),
                _ => Remark(work, row, first, second),
            };
        }

        work.Use(row.Source);
        return cells;
    }

    private static string Side(ComparedOption option, string told, bool named) => named ? $"{option.Name}：{told}" : told;

    private static string Remark(LabelWork work, AspectRow row, ComparedOption first, ComparedOption second)
    {
        if (row.First is null || row.Second is null)
        {
            string only = (row.First is null ? second : first).Name;
            return work.Chinese ? $"只有“{only}”这一边有说法" : $"there is only something on {only}";
        }

        return Figures(row) is not (string one, string two) ? (work.Chinese ? "两边的说法没有同一口径的数字" : "no comparable figures on the two sides")
            : one == two ? (work.Chinese ? "一致" : "the same")
            : work.Chinese ? $"{one}对{two}" : $"{one} against {two}";
    }

    /// <summary>What the two sides put a figure to in the same respect, in the words used; null where they do not.</summary>
    private static (string First, string Second)? Figures(AspectRow row)
    {
        foreach (Facet facet in BusinessFacets.All)
        {
            if (facet.ValueIn(row.First!) is { } one && facet.ValueIn(row.Second!) is { } two && SpokenNumber.First(one) is not null && SpokenNumber.First(two) is not null)
                return (one, two);
        }

        return null;
    }
}
