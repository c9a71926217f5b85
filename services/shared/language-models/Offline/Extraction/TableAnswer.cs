using System.Text;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.LanguageModels.Offline.Comparisons;
using DialInsight.LanguageModels.Offline.Labels;
using DialInsight.LanguageModels.Offline.Reading;

namespace DialInsight.LanguageModels.Offline.Extraction;

/// <summary>
/// Writes a Markdown table. A first column with free columns behind it is read as aspect and options; in tables for other work a row is a
/// telling sentence, its columns filled from it.
/// </summary>
internal static class TableAnswer
{
    private const int UsualRows = 4;

    /// <summary>The table, within the format's bounds as far as the dialogue gives rows.</summary>
    public static string Write(LabelWork work)
    {
        int most = work.Format.Maximum ?? Math.Max(UsualRows + 2, work.Format.Minimum ?? 0);
        int wanted = Math.Clamp(UsualRows, Math.Min(work.Format.Minimum ?? 1, most), most);
        List<string[]> rows = work.Assignment.TaskKind == TaskKind.Comparison ? Compared(work, wanted) : Told(work, wanted);
        foreach (Sentence sentence in Pick.Ranked(work))
        {
            if (rows.Count >= (work.Format.Minimum ?? 1))
                break;
            if (!work.Used(sentence))
                rows.Add(Row(work, work.Use(sentence)));
        }

        return Markdown(work.Format.Fields, rows);
    }

    private static List<string[]> Compared(LabelWork work, int wanted)
    {
        (ComparedOption first, ComparedOption second) = ComparedOptions.In(work);
        return OptionTable.Rows(work, first, second, wanted).ConvertAll(row => Row(work, row, first, second));
    }

    private static string[] Row(LabelWork work, AspectRow row, ComparedOption first, ComparedOption second)
    {
        string unsaid = OptionTable.Unsaid(work.Chinese);
        IReadOnlyList<FormatField> fields = work.Format.Fields;
        string[] cells = new string[fields.Count];
        int place = 0;
        for (int index = 0; index < fields.Count; index++)
        {
            bool free = fields[index].Type == FormatFieldType.Text && !fields[index].Quotation;
            cells[index] = !free ? Cell(work, fields[index], row.Source) : place++ switch
            {
                0 => row.Aspect,
                1 => Named(first, row.First ?? unsaid, fields.Count > 2),
                2 => Named(second, row.Second ?? unsaid, true),
                _ => Remark(work, row, first, second),
            };
        }

        work.Use(row.Source);
        return cells;
    }

    private static string Named(ComparedOption option, string told, bool sideBySide) => sideBySide ? $"{option.Name}：{told}" : told;

    private static string Remark(LabelWork work, AspectRow row, ComparedOption first, ComparedOption second)
    {
        if (row.First is null || row.Second is null)
            return work.Chinese ? $"只谈到{(row.First is null ? second : first).Name}" : $"Only {(row.First is null ? second : first).Name} was spoken of";
        decimal? one = SpokenNumber.First(row.First), two = SpokenNumber.First(row.Second);
        if (one is null || two is null || one == two)
            return work.Chinese ? "两者都谈到，需结合对话判断" : "Both were spoken of";
        string larger = one > two ? first.Name : second.Name;
        return work.Chinese ? $"{larger}的数值更大" : $"{larger} has the larger figure";
    }

    private static List<string[]> Told(LabelWork work, int wanted) => Pick.Telling(work, wanted).ConvertAll(sentence => Row(work, work.Use(sentence)));

    private static string[] Row(LabelWork work, Sentence sentence)
    {
        IReadOnlyList<FormatField> fields = work.Format.Fields;
        string[] cells = new string[fields.Count];
        for (int index = 0; index < cells.Length; index++)
            cells[index] = Cell(work, fields[index], sentence);
        return cells;
    }

    private static string Cell(LabelWork work, FormatField field, Sentence sentence)
    {
        FieldMeaning meaning = FieldMeaning.Of(field);
        switch (field.Type)
        {
            case FormatFieldType.Choice:
                return ChoiceValue.Of(work, field, null) ?? field.Choices[^1];
            case FormatFieldType.Number:
                return (SpokenNumber.First(sentence.Text) ?? 0).ToString(System.Globalization.CultureInfo.InvariantCulture);
            case FormatFieldType.Boolean:
                return meaning.Facet?.Cue.In(sentence.Text) == true ? "true" : "false";
        }

        if (field.Quotation)
            return sentence.Text;
        if (meaning.Purpose == FieldPurpose.Speaker)
            return sentence.Speaker.Name;
        if (meaning.Purpose == FieldPurpose.Topic)
            return Aspect(work, sentence);
        return Wording.Inline(meaning.Facet?.ValueIn(sentence.Text) ?? Wording.Short(sentence.Clean));
    }

    private static string Aspect(LabelWork work, Sentence sentence) =>
        Facets.BusinessFacets.All.FirstOrDefault(facet => facet.Cue.In(sentence.Text))?.Title(work.Dialogue.Language) ?? sentence.Speaker.Name;

    private static string Markdown(IReadOnlyList<FormatField> fields, List<string[]> rows)
    {
        StringBuilder text = new();
        AppendRow(text, fields.Select(field => field.Name));
        AppendRow(text, fields.Select(_ => "---"));
        foreach (string[] row in rows)
            AppendRow(text, row.Select(Wording.Inline));
        return text.ToString().TrimEnd('\n');
    }

    private static void AppendRow(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
