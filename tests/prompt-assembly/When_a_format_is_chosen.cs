using DialInsight.Contracts.PromptAssembly;
using DialInsight.PromptAssembly.Assembly;

namespace DialInsight.PromptAssembly.Tests;

public sealed class When_a_format_is_chosen
{
    private static readonly OutputFormat s_intent = Card("intent", "意向等级", "客户推进这件事的意愿");
    private static readonly OutputFormat s_service = Card("service", "服务评价", "工作人员的总体表现");
    private static readonly OutputFormat s_table = Card("table", "方面", "比较的方面") with { Kind = OutputFormatKind.Table };

    [Theory]
    [InlineData("判断客户的购房意向是高是低，说明理由。", "intent")]
    [InlineData("给工作人员的服务打分，并指出不足。", "service")]
    [InlineData("把两个方案逐项并排写清楚。", "table")]
    public void The_one_that_speaks_of_what_is_asked_for_is_taken(string instruction, string expected) =>
        Assert.Equal([expected], FormatFit.Best(instruction, [s_intent, s_service, s_table], "zh").Select(format => format.Id));

    [Fact]
    public void Where_nothing_speaks_for_any_all_suit() =>
        Assert.Equal(2, FormatFit.Best("??", [s_intent, s_service], "zh").Count);

    [Fact]
    public void Where_all_are_alike_all_suit() =>
        Assert.Equal(2, FormatFit.Best("Say who called.", [Card("a", "caller", "who called"), Card("b", "caller", "who called")], "en").Count);

    private static OutputFormat Card(string id, string name, string description) => new()
    {
        Id = id,
        Kind = OutputFormatKind.Object,
        Fields = [new FormatField { Name = name, Description = description }],
    };
}
