using DialInsight.Contracts.PromptAssembly;
using DialInsight.DomainPacks.Yaml;

namespace DialInsight.DomainPacks.Reading;

/// <summary>Reads one field of an object, or one column of a table.</summary>
internal static class FieldReading
{
    private const int MaximumNameLength = 40;
    private const int MaximumChoices = 40;

    public static FormatField Read(YamlFields fields, OutputFormatKind kind)
    {
        FormatField field = new()
        {
            Name = ReadName(fields),
            Type = KebabCase.Value<FormatFieldType>(fields, "type", FormatFieldType.Text),
            Description = fields.Text("description"),
            Choices = [.. fields.Texts("choices").Select(choice => choice.Value)],
            Required = fields.Flag("required"),
            Quotation = fields.Flag("quotation"),
        };
        CheckType(fields, field, kind);
        return field;
    }

    private static string ReadName(YamlFields fields)
    {
        string name = fields.Text("name");
        if (name.Length > MaximumNameLength || name.Any(character => char.IsControl(character) || character is '|' or '"' or '\\' or '{' or '}'))
            fields.Problem("name", $"must be {MaximumNameLength} characters at most, without | \" \\ {{ }} and control characters");
        return name;
    }

    private static void CheckType(YamlFields fields, FormatField field, OutputFormatKind kind)
    {
        if (field.Type == FormatFieldType.Choice && field.Choices.Count is < 2 or > MaximumChoices)
            fields.Problem("choices", $"must hold 2 to {MaximumChoices} values");
        if (field.Type != FormatFieldType.Choice && field.Choices.Count > 0)
            fields.Problem("choices", "are for fields of type choice only");
        if (field.Choices.Any(choice => choice.Length > 60 || choice.Any(character => char.IsControl(character) || character == '|')))
            fields.Problem("choices", "must be 60 characters at most each, without | and control characters");
        if (field.Quotation && field.Type is not (FormatFieldType.Text or FormatFieldType.TextList))
            fields.Problem("quotation", "is for fields of type text and text-list only");
        if (kind == OutputFormatKind.Table && field.Type == FormatFieldType.TextList)
            fields.Problem("type", "must not be text-list in a table; a cell holds one value");
    }
}
