using DialInsight.Contracts.PromptAssembly;
using DialInsight.DomainPacks.Packs;
using DialInsight.DomainPacks.Yaml;

namespace DialInsight.DomainPacks.Reading;

/// <summary>Reads one output format.</summary>
internal static class FormatReading
{
    private const int MaximumFields = 40;

    public static LocalisedFormat Read(YamlFields fields, string id, OutputFormatKind kind, string language)
    {
        Dictionary<string, FieldHint> hints = new(StringComparer.Ordinal);
        OutputFormat format = new()
        {
            Id = id,
            Kind = kind,
            Fields = ReadFields(fields, kind, hints),
            Minimum = Bound(fields, kind, "minimum"),
            Maximum = Bound(fields, kind, "maximum"),
        };
        if (format.Minimum > format.Maximum)
            fields.Problem("minimum", "must not be above maximum");
        return new LocalisedFormat { Language = language, Title = fields.OptionalText("title"), Format = format, Hints = hints };
    }

    private static int? Bound(YamlFields fields, OutputFormatKind kind, string name)
    {
        if (fields.Node(name) is null)
            return null;
        if (kind == OutputFormatKind.Object)
            fields.Problem(name, "is for lists, tables and text; an object's fields say what it holds");
        return (int)fields.Whole(name, 1, 1, kind == OutputFormatKind.Text ? 100_000 : 1_000);
    }

    private static List<FormatField> ReadFields(YamlFields fields, OutputFormatKind kind, Dictionary<string, FieldHint> hints)
    {
        List<FormatField> read = [];
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (YamlFields field in fields.Maps("fields"))
        {
            FormatField one = FieldReading.Read(field, kind);
            if (!names.Add(one.Name))
                field.Problem("name", $"\"{one.Name}\" is another field's already");
            if (field.Map("hint") is { } hint)
                hints[one.Name] = HintReading.Read(hint, one);
            field.RefuseOthers();
            read.Add(one);
        }

        bool hasFields = kind is OutputFormatKind.Object or OutputFormatKind.Table;
        if (hasFields && read.Count is 0 or > MaximumFields)
            fields.Problem("fields", $"must hold 1 to {MaximumFields} fields");
        if (!hasFields && read.Count > 0)
            fields.Problem("fields", "are for objects and tables only");
        return read;
    }
}
