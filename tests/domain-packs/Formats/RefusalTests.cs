using DialInsight.DomainPacks.Formats;

namespace DialInsight.DomainPacks.Tests.Formats;

public sealed class RefusalTests
{
    [Theory]
    [InlineData("抱歉，我无法回答这个问题。", "zh")]
    [InlineData("很抱歉，但我不能提供这类内容。", "zh")]
    [InlineData("对不起，作为一个人工智能语言模型，我没有办法完成。", "zh")]
    [InlineData("我无法根据以上对话作答。", "zh")]
    [InlineData("I'm sorry, but I can't help with that.", "zh")]
    [InlineData("I’m sorry, but I cannot assist with this request.", "en")]
    [InlineData("Sorry, I am unable to provide a summary.", "en")]
    [InlineData("As an AI language model, I do not have access to calls.", "en")]
    [InlineData("I cannot fulfill this request.", "en")]
    public void Declining_the_task_is_a_refusal(string answer, string language) => Assert.True(AnswerText.IsRefusal(answer, language));

    [Theory]
    [InlineData("抱歉，让您久等了，我马上为您查询。", "zh")]
    [InlineData("客户表示抱歉，我无法参加周末的看房。", "zh")]
    [InlineData("我不能再降了，底价就是三百万。", "zh")]
    [InlineData("Sorry to keep you waiting, I have your booking here.", "en")]
    [InlineData("The agent said: I'm sorry, but I can't help with that.", "en")]
    [InlineData("I can't wait to show you the flat.", "en")]
    [InlineData("", "zh")]
    public void Apologising_in_a_conversation_is_none(string answer, string language) => Assert.False(AnswerText.IsRefusal(answer, language));
}
