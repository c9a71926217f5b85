using DialInsight.Contracts.PromptAssembly;

namespace DialInsight.DomainPacks.Formats;

/// <summary>The words in Chinese.</summary>
internal sealed class ChineseFormatWords : FormatWords
{
    public override string Lead(OutputFormat format) => format.Kind switch
    {
        OutputFormatKind.Object => "请只输出一个 JSON 对象，不加解释，也不加代码块标记，字段名须与下列完全一致：",
        OutputFormatKind.Table => $"请只输出一个 Markdown 表格{Bounds(format, "行")}，表头与下列各列一致，顺序不变：",
        OutputFormatKind.List => $"请只输出一个列表{Bounds(format, "条")}，每条单独一行，以“- ”开头，不要有其他文字。",
        _ => $"请直接输出正文{Bounds(format, "字")}，不要使用 JSON、表格或代码块，也不要附加说明。",
    };

    public override string Field(FormatField field, OutputFormatKind kind)
    {
        string name = kind == OutputFormatKind.Object ? $"- \"{field.Name}\"" : $"- {field.Name}";
        string rule = $"{name}（{Type(field.Type)}，{(field.Required ? "必填" : "可空")}）：{field.Description.TrimEnd('。', '.')}。";
        if (field.Type == FormatFieldType.Choice)
            rule += $"只能取以下值之一：{string.Join("、", field.Choices.Select(choice => $"“{choice}”"))}。";
        return field.Quotation ? rule + (field.Type == FormatFieldType.TextList ? "每一条都须逐字摘自对话原文。" : "须逐字摘自对话原文。") : rule;
    }

    public override string Close(OutputFormat format)
    {
        if (format.Fields.Count == 0 || format.Fields.All(field => field.Required))
            return "";
        return format.Kind == OutputFormatKind.Object
            ? "\n对话没有提到的可空字段填 null，不要猜测；所有字段都要出现。"
            : "\n对话没有提到的可空单元格留空，不要猜测。";
    }

    public override string Type(FormatFieldType type) => type switch
    {
        FormatFieldType.Number => "数字",
        FormatFieldType.Boolean => "true 或 false",
        FormatFieldType.Choice => "单选",
        FormatFieldType.TextList => "文本数组",
        _ => "文本",
    };

    public override string Shape(OutputFormatKind kind) => kind switch
    {
        OutputFormatKind.Object => "答案须是一个 JSON 对象",
        OutputFormatKind.Table => "答案须是一个 Markdown 表格",
        OutputFormatKind.List => "答案须是以“- ”开头的列表，每条一行",
        _ => "答案须是正文",
    };

    public override string Error(AnswerErrorKind kind, string field, string detail)
    {
        string place = field.Length > 0 ? $"“{Excerpt(field)}”" : "答案";
        string quoted = Excerpt(detail);
        return kind switch
        {
            AnswerErrorKind.MissingField => $"{place}是必填的，却没有给出。",
            AnswerErrorKind.UnknownField => $"{place}不在要求的字段之内，或者出现了两次。",
            AnswerErrorKind.WrongType => $"{place}的类型不对，应为{quoted}。",
            AnswerErrorKind.NotAChoice => $"{place}的取值“{quoted}”不在可选值之内。",
            AnswerErrorKind.QuotationNotFound => $"{place}的引文“{quoted}”在对话原文中找不到，须逐字引用。",
            AnswerErrorKind.TooShort => $"{place}太少，至少要有 {quoted}。",
            AnswerErrorKind.TooLong => $"{place}太多，最多 {quoted}。",
            AnswerErrorKind.Empty => $"{place}是空的。",
            _ => $"{quoted}。",
        };
    }

    private static string Bounds(OutputFormat format, string unit) => (format.Minimum, format.Maximum) switch
    {
        (null, null) => "",
        ({ } least, null) => $"（至少 {least} {unit}）",
        (null, { } most) => $"（最多 {most} {unit}）",
        ({ } least, { } most) => $"（{least} 至 {most} {unit}）",
    };
}
