using System.Text.RegularExpressions;

namespace DialInsight.DomainPacks.Formats;

/// <summary>What an answer's words say of it.</summary>
public static partial class AnswerText
{
    private const int Opening = 200;

    /// <summary>
    /// Whether the answer begins by declining the task, as "I'm sorry, but I can't help with that" does. A line of a conversation that
    /// apologises for something ("抱歉，让您久等了") is no refusal.
    /// </summary>
    /// <param name="answer">The answer.</param>
    /// <param name="language">The prompt's language: <c>zh</c> looks for phrases of both languages, as models decline in English there too.</param>
    public static bool IsRefusal(string answer, string language)
    {
        string opening = answer.TrimStart(' ', '\n', '\r', '\t', '"', '“', '\uFEFF');
        opening = opening[..Math.Min(opening.Length, Opening)].Replace('’', '\'');
        return English().IsMatch(opening) || (language == "zh" && Chinese().IsMatch(opening));
    }

    [GeneratedRegex(
        "^(?:(?:非常|很|十分|实在)?(?:抱歉|对不起|遗憾|不好意思)[，,。！! ]{0,2})?(?:但是?|不过)?[，, ]?"
        + "(?:(?:作为|身为)(?:一个|一名|一款)?(?:AI|人工智能|大?语言模型|智能助手|机器人)"
        + "|我(?:目前|暂时|现在|并|也)?(?:无法|不能|没有?办法|没法|不可以|拒绝)(?:直接|继续|为您|帮您|给您)?"
        + "(?:回答|完成|提供|协助|帮助|满足|生成|执行|处理|参与|讨论|给出|遵从|根据|从|访问|确定|判断))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Chinese();

    [GeneratedRegex(
        "^(?:(?:i'm|i am|we're)(?: very| so| really)? sorry|sorry|i apologi[sz]e|unfortunately|my apologies)?[,.! ]{0,2}(?:but |however,? )?"
        + "(?:as an? (?:ai|artificial|language model|large language)"
        + "|i(?:'m| am)? ?(?:can't|cannot|can not|could not|couldn't|won't|will not|not able to|unable to|am unable to)"
        + " (?:help|assist|comply|fulfil|answer|complete|provide|create|generate|do that|do this|continue|engage|discuss|respond|determine|perform|process))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex English();
}
