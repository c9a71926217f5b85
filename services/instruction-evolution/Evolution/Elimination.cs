using System.Text.RegularExpressions;
using DialInsight.DomainPacks.Formats;
using DialInsight.InstructionEvolution.Instructions;
using DialInsight.InstructionEvolution.Seeding;
using DialInsight.TextAnalysis.Overlap;

namespace DialInsight.InstructionEvolution.Evolution;

/// <summary>
/// Which evolved instructions are failures: the four rules of Evol-Instruct (arXiv 2304.12244, section 2.1), in Chinese as in English, and
/// the failure patterns of Auto Evol-Instruct (arXiv 2406.00770).
/// </summary>
internal static partial class Elimination
{
    private const double SameAsParent = 0.9;
    private const int ShortEnglishAnswer = 80;

    /// <summary>About as much text as 80 English words.</summary>
    private const int ShortChineseAnswer = 130;

    /// <summary>Why the evolved text falls, or null.</summary>
    /// <param name="parent">The instruction it came from.</param>
    /// <param name="text">The evolved text.</param>
    /// <param name="gain">Whether the model holds it to be more demanding. Not asked of operators that are not to add anything.</param>
    /// <param name="operator">The operator.</param>
    /// <param name="language"><c>zh</c> or <c>en</c>.</param>
    public static RejectionReason? Check(string parent, string text, bool gain, EvolutionOperator @operator, string language) =>
        Failure(text, language) ?? (GainsNothing(parent, text, gain || !@operator.Deepens, language) ? RejectionReason.NoGain : null);

    /// <summary>Why a text falls whatever it was made from: rules 2 to 4 and the failure patterns; null where it does not.</summary>
    public static RejectionReason? Failure(string text, string language)
    {
        if (!HasContent(text, language))
            return RejectionReason.NoContent;
        if (IsShortRefusal(text, language))
            return RejectionReason.Refusal;
        if (Leaks(text))
            return RejectionReason.Leak;
        if (IsConversational(text))
            return RejectionReason.ConversationalReply;
        return AsksForInput(text) ? RejectionReason.AsksForInput : null;
    }

    /// <summary>Rule 1: equal to its parent by the model's own verdict, or all but the same words.</summary>
    public static bool GainsNothing(string parent, string text, bool gain, string language) =>
        !gain || RougeL.F(parent, text, language) >= SameAsParent;

    /// <summary>Rule 2: a refusal, and short.</summary>
    public static bool IsShortRefusal(string text, string language) =>
        InstructionWords.Length(text, language) < (language == "zh" ? ShortChineseAnswer : ShortEnglishAnswer)
        && (AnswerText.IsRefusal(text, language) || RefusalAnywhere().IsMatch(text));

    /// <summary>Rule 3, turned round: whether there is more than punctuation and stop words.</summary>
    public static bool HasContent(string text, string language) =>
        InstructionWords.Content(text, language).Any() || (language != "zh" && InstructionWords.Content(text, "zh").Any());

    /// <summary>Rule 4: repeats the words of the prompt that asked for it, or leaves its marks or placeholders standing.</summary>
    public static bool Leaks(string text) => Leak().IsMatch(text);

    /// <summary>Failure pattern: opens like an answer in a chat and ends in a question.</summary>
    public static bool IsConversational(string text) => ChatOpening().IsMatch(text) && text.TrimEnd()[^1] is '?' or '？';

    /// <summary>Failure pattern: asks for the input that it was given, instead of instructing.</summary>
    public static bool AsksForInput(string text) => InputWanted().IsMatch(text);

    [GeneratedRegex(
        @"\bI(?:'m|’m| am) (?:very |so |really )?sorry\b"
        + @"|\bI (?:cannot|can't|can’t|am unable to|won't|won’t) (?:help|assist|comply|answer|fulfil|rewrite|provide|create)"
        + @"|\bas an? (?:AI|artificial intelligence|language model)\b|(?:^|[。！？\n])\s*(?:很|非常|十分|实在)?(?:抱歉|对不起)[，,]?\s*(?:我|作为|但|这)"
        + @"|我(?:无法|不能|没办法)(?:帮助|协助|完成|回答|满足|改写|提供|继续)|作为(?:一个|一名)?(?:AI|人工智能|语言模型|大模型)(?:助手|模型)?[，,]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RefusalAnywhere();

    [GeneratedRegex(
        @"\b(?:given|rewritten|created|original|evolved|new) (?:prompt|instruction)s?\b|#[^#\n]{2,40}#|\{\{|\}\}"
        + @"|(?:给定|改写后|改写前|原始|原|新|进化后|演化后)的?(?:指令|提示词)|\[INST\]|<\|",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Leak();

    [GeneratedRegex(
        @"^[\s""“]*(?:understood|sure|certainly|of course|thank you|thanks|okay|ok|got it"
        + @"|好的|明白|收到|当然|没问题|了解|谢谢|感谢)(?:[\s,，.。!！:：、]|了|您|你|可以)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ChatOpening();

    [GeneratedRegex(
        @"\bplease (?:provide|share|send|give)(?: me| us)?(?: with)? (?:the|your|a|an|more|further|additional)? ?(?:\w+ )?"
        + @"(?:dialogue|conversation|transcript|prompt|instruction|input|text|context|details|information)s?"
        + @"(?:\s*(?:[.,;!?]|$)|\s+(?:so|and I|for me|first|you)\b)"
        + @"|请(?:您|你)?(?:先)?(?:提供|给出|补充|发送|发来)(?:一下|给我)?"
        + @"(?:您的|你的|更多的?|相关的?|具体的?|详细的?|完整的?|需要\S{0,6}的)*(?:对话|通话|原文|文本|指令|输入|上下文|信息|资料|内容)"
        + @"(?:内容|记录|文本)?(?:[。！？,，]|$|以便|我(?:会|将|才))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InputWanted();
}
