using System.Globalization;
using System.Text;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.DomainPacks.Packs;
using DialInsight.LanguageModels.Offline.Comparisons;
using DialInsight.LanguageModels.Offline.Facets;
using DialInsight.LanguageModels.Offline.Labels;
using DialInsight.LanguageModels.Offline.Reading;

namespace DialInsight.LanguageModels.Offline.Extraction;

/// <summary>
/// Writes a Markdown table. In comparisons a row is an aspect, its free columns the two sides; in tables for other work a row is a telling
/// sentence, its columns filled from it.
/// </summary>
internal static class TableAnswer
{
    private const int UsualRows = 5;

    /// <summary>The table, within the format's bounds as far as the dialogue gives rows.</summary>
    public static string Write(LabelWork work)
    {
        int most = work.Format.Maximum ?? Math.Max(UsualRows, work.Format.Minimum ?? 0);
        int wanted = Math.Clamp(UsualRows, Math.Min(work.Format.Minimum ?? 1, most), most);
        List<string[]> rows = work.Assignment.TaskKind == TaskKind.Comparison ? ComparisonRows.Of(work, wanted) : Told(work, wanted);
        foreach (Sentence sentence in Pick.Ranked(work))
        {
            if (rows.Count >= (work.Format.Minimum ?? 1))
                break;
            if (!work.Used(sentence))
                rows.Add(Row(work, work.Use(sentence)));
        }

        return Markdown(work.Format.Fields, rows);
    }

    /// <summary>A column's value for a sentence; empty where the column may be and the sentence tells nothing for it.</summary>
    public static string Cell(LabelWork work, FormatField field, Sentence sentence)
    {
        FieldMeaning meaning = FieldMeaning.Of(field);
        CompiledHint? hint = HintOf(work, field);
        return field.Type switch
        {
            FormatFieldType.Choice => ChoiceValue.OfSentence(field, hint, sentence),
            FormatFieldType.Number => (SpokenNumber.First(sentence.Text) ?? 0).ToString(CultureInfo.InvariantCulture),
            FormatFieldType.Boolean => meaning.Facet is { } facet && sentence.Holds(facet.Cue) ? "true" : "false",
            _ when field.Quotation => Wording.Inline(sentence.Text),
            _ => TextCell(work, field, meaning, sentence),
        };
    }

    /// <summary>The pack's hint for a column.</summary>
    public static CompiledHint? HintOf(LabelWork work, FormatField field) =>
        work.Hints?.TryGetValue(field.Name, out FieldHint? known) == true ? CompiledHint.Of(known) : null;

    private static string TextCell(LabelWork work, FormatField field, FieldMeaning meaning, Sentence sentence) => meaning.Purpose switch
    {
        FieldPurpose.Speaker => sentence.Speaker.Name,
        FieldPurpose.Topic => Aspect(work, sentence),
        _ when meaning.Facet?.ValueIn(sentence.Text) is { } value => Wording.Inline(value),
        _ when field.Required => Wording.Inline(Wording.Short(sentence.Clean)),
        _ => Note(work, sentence),
    };

    /// <summary>What a reader should do about a sentence, if anything.</summary>
    private static string Note(LabelWork work, Sentence sentence)
    {
        if (sentence.Asks)
            return work.Chinese ? "需要答复" : "needs an answer";
        return sentence.Holds(Cues.NextStep) && sentence.Speaker.Side == Side.Staff ? (work.Chinese ? "需要跟进" : "to be followed up") : "";
    }

    private static string Aspect(LabelWork work, Sentence sentence) =>
        BusinessFacets.All.FirstOrDefault(facet => sentence.Holds(facet.Cue))?.Title(work.Dialogue.Language) ?? sentence.Speaker.Name;

    private static List<string[]> Told(LabelWork work, int wanted) => Pick.Telling(work, wanted).ConvertAll(sentence => Row(work, work.Use(sentence)));

    private static string[] Row(LabelWork work, Sentence sentence)
    {
        IReadOnlyList<FormatField> fields = work.Format.Fields;
        string[] cells = new string[fields.Count];
        for (int index = 0; index < cells.Length; index++)
            cells[index] = Cell(work, fields[index], sentence);
        return cells;
    }

    private static string Markdown(IReadOnlyList<FormatField> fields, List<string[]> rows)
    {
        StringBuilder text = new();
        AppendRow(text, fields.Select(field => field.Name));
        AppendRow(text, fields.Select(_ => "---"));
        foreach (string[] row in rows)
            AppendRow(text, row.Select(cell => Wording.Inline(cell).Replace("\\", "\\\\", StringComparison.Ordinal)));
        return text.ToString().TrimEnd('\n');
    }

    private static void AppendRow(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
