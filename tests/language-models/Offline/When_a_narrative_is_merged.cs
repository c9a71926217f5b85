using DialInsight.LanguageModels.Facts;

namespace DialInsight.LanguageModels.Tests.Offline;

public sealed class When_a_narrative_is_merged
{
    [Theory]
    [InlineData("zh", "请完成任务：提取预算。", "只依据对话。", "JSON 对象，字段：预算、意向（高、中、低）")]
    [InlineData("en", "Do this: extract the budget.", "Use the dialogue only.", "A JSON object with budget and interest (high, medium, low)")]
    public async Task It_holds_task_guidelines_and_format_and_no_placeholder(string language, string task, string guidelines, string format)
    {
        string narrative = await Ask.Facts(new MergeFacts(language, task + "{{instruction}}", guidelines, format));

        Assert.Contains(task, narrative, StringComparison.Ordinal);
        Assert.Contains(guidelines, narrative, StringComparison.Ordinal);
        Assert.Contains(format, narrative, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", narrative, StringComparison.Ordinal);
    }
}
