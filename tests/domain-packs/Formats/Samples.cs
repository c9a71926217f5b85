using DialInsight.Contracts;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.DomainPacks.Formats;

namespace DialInsight.DomainPacks.Tests.Formats;

/// <summary>Formats and a dialogue that the tests of this folder share.</summary>
internal static class Samples
{
    public static readonly Turn[] Turns = [new("customer", "我想买个三居室，预算三百五十万，首付 30% 吧。"), new("agent", "好的，Ｂ座有一套，89.5平。")];

    public static readonly OutputFormat Card = new()
    {
        Id = "card",
        Kind = OutputFormatKind.Object,
        Fields =
        [
            new() { Name = "意向", Type = FormatFieldType.Choice, Choices = ["高", "低"], Required = true, Description = "有多想买" },
            new() { Name = "面积", Type = FormatFieldType.Number, Description = "平方米" },
            new() { Name = "约看", Type = FormatFieldType.Boolean, Description = "约了没有" },
            new() { Name = "原话", Type = FormatFieldType.TextList, Quotation = true, Required = true, Description = "依据" },
            new() { Name = "备注", Description = "别的" },
        ],
    };

    public static readonly OutputFormat Table = new()
    {
        Id = "table",
        Kind = OutputFormatKind.Table,
        Minimum = 1,
        Maximum = 2,
        Fields =
        [
            new() { Name = "项目", Required = true, Description = "什么" },
            new() { Name = "数值", Type = FormatFieldType.Number, Description = "多少" },
        ],
    };

    public static readonly OutputFormat List = new() { Id = "list", Kind = OutputFormatKind.List, Minimum = 2, Maximum = 3 };

    public static readonly OutputFormat Prose = new() { Id = "prose", Kind = OutputFormatKind.Text, Minimum = 4, Maximum = 8 };

    public static AnswerValidation Validate(OutputFormat format, string answer, string language = "zh") =>
        AnswerValidator.Validate(format, answer, Turns, language);

    public static IEnumerable<(string Field, AnswerErrorKind Kind)> Errors(OutputFormat format, string answer) =>
        Validate(format, answer).Errors.Select(error => (error.Field, error.Kind));
}
