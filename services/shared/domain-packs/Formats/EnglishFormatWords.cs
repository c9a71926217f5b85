using DialInsight.Contracts.PromptAssembly;

namespace DialInsight.DomainPacks.Formats;

/// <summary>The words in English.</summary>
internal sealed class EnglishFormatWords : FormatWords
{
    public override string Lead(OutputFormat format) => format.Kind switch
    {
        OutputFormatKind.Object => "Answer with one JSON object and nothing else: no explanation, no code fence. Its fields are named exactly as follows:",
        OutputFormatKind.Table => $"Answer with one Markdown table and nothing else{Bounds(format, "rows")}. Its header has these columns, in this order:",
        OutputFormatKind.List => $"Answer with a list and nothing else{Bounds(format, "entries")}: one entry a line, each led by \"- \".",
        _ => $"Answer in plain prose{Bounds(format, "characters")}: no JSON, no table, no code fence, no remarks about the answer.",
    };

    public override string Field(FormatField field, OutputFormatKind kind)
    {
        string name = kind == OutputFormatKind.Object ? $"- \"{field.Name}\"" : $"- {field.Name}";
        string rule = $"{name} ({Type(field.Type)}, {(field.Required ? "required" : "may be null")}): {field.Description.TrimEnd('.')}.";
        if (kind == OutputFormatKind.Table && !field.Required)
            rule = rule.Replace("may be null", "may be empty", StringComparison.Ordinal);
        if (field.Type == FormatFieldType.Choice)
            rule += $" One of: {string.Join(", ", field.Choices.Select(choice => $"\"{choice}\""))}.";
        return field.Quotation ? rule + (field.Type == FormatFieldType.TextList ? " Every entry is quoted from the dialogue word for word." : " Quoted from the dialogue word for word.") : rule;
    }

    public override string Close(OutputFormat format)
    {
        if (format.Fields.Count == 0 || format.Fields.All(field => field.Required))
            return "";
        return format.Kind == OutputFormatKind.Object
            ? "\nWhere the dialogue does not say, a field that may be null is null; do not guess. Every field is present."
            : "\nWhere the dialogue does not say, a cell that may be empty stays empty; do not guess.";
    }

    public override string Type(FormatFieldType type) => type switch
    {
        FormatFieldType.Number => "a number",
        FormatFieldType.Boolean => "true or false",
        FormatFieldType.Choice => "a choice",
        FormatFieldType.TextList => "an array of texts",
        _ => "text",
    };

    public override string Shape(OutputFormatKind kind) => kind switch
    {
        OutputFormatKind.Object => "The answer must be one JSON object",
        OutputFormatKind.Table => "The answer must be one Markdown table",
        OutputFormatKind.List => "The answer must be a list, one entry a line, each led by \"- \"",
        _ => "The answer must be prose",
    };

    public override string Error(AnswerErrorKind kind, string field, string detail)
    {
        string place = field.Length > 0 ? $"\"{Excerpt(field)}\"" : "The answer";
        string quoted = Excerpt(detail);
        return kind switch
        {
            AnswerErrorKind.MissingField => $"{place} is required and is not there.",
            AnswerErrorKind.UnknownField => $"{place} was not asked for, or is there twice.",
            AnswerErrorKind.WrongType => $"{place} has the wrong type; it must be {quoted}.",
            AnswerErrorKind.NotAChoice => $"{place} is \"{quoted}\", which is none of its choices.",
            AnswerErrorKind.QuotationNotFound => $"{place} quotes \"{quoted}\", which the dialogue does not say; quote it word for word.",
            AnswerErrorKind.TooShort => $"{place} holds too little; the least is {quoted}.",
            AnswerErrorKind.TooLong => $"{place} holds too much; the most is {quoted}.",
            AnswerErrorKind.Empty => $"{place} is empty.",
            _ => $"{quoted}.",
        };
    }

    private static string Bounds(OutputFormat format, string unit) => (format.Minimum, format.Maximum) switch
    {
        (null, null) => "",
        ({ } least, null) => $" (at least {least} {unit})",
        (null, { } most) => $" (at most {most} {unit})",
        ({ } least, { } most) => $" ({least} to {most} {unit})",
    };
}
