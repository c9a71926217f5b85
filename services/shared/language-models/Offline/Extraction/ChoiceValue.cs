using DialInsight.Contracts.PromptAssembly;
using DialInsight.LanguageModels.Offline.Labels;
using DialInsight.LanguageModels.Offline.Reading;

namespace DialInsight.LanguageModels.Offline.Extraction;

/// <summary>Chooses one of the named values: the one for which most words of the dialogue speak, else the one that means "not clear".</summary>
internal static class ChoiceValue
{
    private static readonly string[] Undecided =
        ["unclear", "unknown", "undecided", "not stated", "not-stated", "none", "other", "neutral", "medium", "partly", "partial", "pending", "open",
         "不明", "未知", "不确定", "未提及", "未说明", "未明确", "无法判断", "其他", "一般", "中立", "中性", "中等", "中", "部分", "待定"];

    private static readonly string[] Favourable = ["high", "positive", "yes", "satisfied", "strong", "resolved", "interested", "agreed", "calm", "高", "强", "积极", "正面", "是", "满意", "已解决", "有意向", "同意", "明确"];

    private static readonly string[] Unfavourable = ["low", "negative", "no", "dissatisfied", "unsatisfied", "weak", "unresolved", "angry", "frustrated", "低", "弱", "消极", "负面", "否", "不满", "未解决", "无意向", "拒绝"];

    private static readonly string[] CustomerWords = ["客户", "业主", "用户", "customer", "caller", "client", "user"];

    private static readonly string[] StaffWords = ["工作人员", "经纪", "客服", "坐席", "staff", "agent", "support"];

    /// <summary>The value; null where nothing speaks for any and the field may be null.</summary>
    public static string? Of(LabelWork work, FormatField field, CompiledHint? hint)
    {
        if (field.Choices.Count == 0)
            return null;
        string? chosen = hint is null ? null : Stated(field, hint.Last(work.Dialogue)?.Value) ?? Decide(work, hint, field.Choices);
        chosen ??= Named(work, field.Choices) ?? ByMood(work, field.Choices) ?? (field.Required ? Default(field.Choices) : null);
        work.Verdict ??= chosen;
        return chosen;
    }

    /// <summary>The value for a single sentence: whose side spoke where the values name sides, else the one most of its words speak for.</summary>
    public static string OfSentence(FormatField field, CompiledHint? hint, Sentence sentence)
    {
        if (BySide(field.Choices, sentence.Speaker.Side) is { } spoke)
            return spoke;
        string? best = null;
        int most = 0;
        foreach (string choice in field.Choices)
        {
            int count = hint?.Evidence.TryGetValue(choice, out IReadOnlyList<string>? words) == true ? words.Count(word => Speaks(sentence.Text, word)) : 0;
            if (count > most)
                (best, most) = (choice, count);
        }

        return best ?? field.Choices.FirstOrDefault(choice => Undecided.Contains(choice, StringComparer.OrdinalIgnoreCase)) ?? field.Choices[^1];
    }

    /// <summary>Whether a sentence speaks for one of a hint's values.</summary>
    public static bool Speaks(CompiledHint hint, string choice, Sentence sentence) =>
        hint.Evidence.TryGetValue(choice, out IReadOnlyList<string>? words) && words.Any(word => Speaks(sentence.Text, word));

    /// <summary>The value with the most evidence, later words breaking ties; null without any. Its sentences become the work's grounds.</summary>
    public static string? Decide(LabelWork work, CompiledHint hint, IReadOnlyList<string> choices)
    {
        string? best = null;
        (int Count, int Last) highest = (0, -1);
        foreach (string choice in choices)
        {
            if (!hint.Evidence.TryGetValue(choice, out IReadOnlyList<string>? words))
                continue;
            (int Count, int Last) evidence = Count(work, hint, words);
            if (evidence.CompareTo(highest) > 0)
                (best, highest) = (choice, evidence);
        }

        if (best is not null)
            work.Grounds.AddRange(Holders(work, hint, hint.Evidence[best]).Where(sentence => !work.Grounds.Contains(sentence)));
        return best;
    }

    private static string? Stated(FormatField field, string? told) =>
        told is null ? null : field.Choices.FirstOrDefault(choice => told.Contains(choice, StringComparison.OrdinalIgnoreCase) || choice.Contains(told, StringComparison.OrdinalIgnoreCase));

    private static (int Count, int Last) Count(LabelWork work, CompiledHint hint, IReadOnlyList<string> words)
    {
        int count = 0, last = -1;
        foreach (Sentence sentence in work.Dialogue.Sentences)
        {
            if (!hint.Hears(sentence.Speaker))
                continue;
            int found = words.Count(word => Speaks(sentence.Text, word));
            if (found > 0)
                (count, last) = (count + found, sentence.Index);
        }

        return (count, last);
    }

    private static IEnumerable<Sentence> Holders(LabelWork work, CompiledHint hint, IReadOnlyList<string> words) =>
        work.Dialogue.Sentences.Where(sentence => hint.Hears(sentence.Speaker) && words.Any(word => Speaks(sentence.Text, word)))
            .OrderByDescending(sentence => sentence.Salience);

    /// <summary>Whether a word occurs in a sentence, as a whole word and not denied.</summary>
    private static bool Speaks(string text, string word)
    {
        for (int at = Mention.IndexIn(text, word, 0); at >= 0; at = Mention.IndexIn(text, word, at + 1))
        {
            bool inside = (at > 0 && char.IsAsciiLetterOrDigit(text[at - 1]) && char.IsAsciiLetterOrDigit(word[0]))
                || (at + word.Length < text.Length && char.IsAsciiLetter(text[at + word.Length]) && word.Length < 4 && char.IsAsciiLetter(word[^1]));
            if (!inside && !Denied(text.AsSpan(0, at)))
                return true;
        }

        return false;
    }

    private static bool Denied(ReadOnlySpan<char> before)
    {
        ReadOnlySpan<char> near = before.TrimEnd();
        return near.EndsWith("不") || near.EndsWith("没") || near.EndsWith("没有") || near.EndsWith("不太") || near.EndsWith("不是")
            || near.EndsWith(" not", StringComparison.OrdinalIgnoreCase) || near.EndsWith("n't", StringComparison.OrdinalIgnoreCase);
    }

    private static string? Named(LabelWork work, IReadOnlyList<string> choices)
    {
        string? best = null;
        int most = 0;
        foreach (string choice in choices)
        {
            if (choice.Length < 2)
                continue;
            int count = work.Dialogue.Sentences.Count(sentence => Speaks(sentence.Text, choice.Replace('-', ' ')));
            if (count > most)
                (best, most) = (choice, count);
        }

        return best;
    }

    private static string? ByMood(LabelWork work, IReadOnlyList<string> choices)
    {
        int mood = work.Dialogue.Sentences.Where(sentence => sentence.Speaker.Side == Side.Customer)
            .Sum(sentence => sentence.Holds(Cues.Negative) ? -1 : sentence.Holds(Cues.Positive) ? 1 : 0);
        string[] wanted = mood > 1 ? Favourable : mood < 0 ? Unfavourable : Undecided;
        return choices.FirstOrDefault(choice => wanted.Any(word => string.Equals(word, choice, StringComparison.OrdinalIgnoreCase)));
    }

    private static string? BySide(IReadOnlyList<string> choices, Side side)
    {
        string? customer = choices.FirstOrDefault(choice => CustomerWords.Any(word => choice.Contains(word, StringComparison.OrdinalIgnoreCase)));
        string? staff = choices.FirstOrDefault(choice => StaffWords.Any(word => choice.Contains(word, StringComparison.OrdinalIgnoreCase)));
        return customer is null || staff is null ? null : side == Side.Customer ? customer : staff;
    }

    private static string Default(IReadOnlyList<string> choices) =>
        choices.FirstOrDefault(choice => Undecided.Any(word => choice.Contains(word, StringComparison.OrdinalIgnoreCase))) ?? choices[0];
}
