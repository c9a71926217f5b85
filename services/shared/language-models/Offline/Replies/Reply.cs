using DialInsight.LanguageModels.Offline.Labels;
using DialInsight.LanguageModels.Offline.Reading;

namespace DialInsight.LanguageModels.Offline.Replies;

/// <summary>Drafts what staff could say next: takes up the customer's last open question or worry, refers to facts of the dialogue, and names a next step.</summary>
internal static class Reply
{
    private const int UsualFacts = 2;

    /// <summary>The draft, of at least <paramref name="minimum"/> characters as far as the dialogue gives them.</summary>
    public static string Write(LabelWork work, int minimum) => string.Join(work.Chinese ? "" : " ", Parts(work, minimum));

    /// <summary>The draft sentence by sentence.</summary>
    public static List<string> Parts(LabelWork work, int minimum)
    {
        Sentence? open = OpenPoint(work.Dialogue);
        List<string> parts = [Greeting(work) + (open is null ? "" : (work.Chinese ? "" : " ") + TakenUp(work, open))];
        int length = parts[0].Length, facts = 0;
        foreach (Sentence fact in Facts(work, open))
        {
            if (facts >= UsualFacts && length >= minimum - 40)
                break;
            parts.Add(Fact(work, fact, facts++));
            length += parts[^1].Length;
        }

        parts.Add(NextStep(work));
        return parts;
    }

    /// <summary>The customer's last question or worry; else the last thing of substance the customer said; null when the customer said nothing.</summary>
    public static Sentence? OpenPoint(Dialogue dialogue)
    {
        Sentence? substance = null;
        for (int index = dialogue.Sentences.Count - 1; index >= 0; index--)
        {
            Sentence sentence = dialogue.Sentences[index];
            if (sentence.Speaker.Side != Side.Customer || sentence.Terms.Count < 2 || sentence.Holds(Cues.Courtesy))
                continue;
            if (sentence.Asks || sentence.Holds(Cues.Concern))
                return sentence;
            substance ??= sentence;
        }

        return substance;
    }

    private static string Greeting(LabelWork work) => work.Chinese
        ? work.Say(2, "您好，", "您好，感谢您的耐心，", "您好，我来跟您说明一下，")
        : work.Say(2, "Thank you for your time.", "Hello, thank you for getting in touch.", "Thanks for talking this through with me.");

    private static string TakenUp(LabelWork work, Sentence open)
    {
        string point = Wording.Inline(Wording.Short(open.Clean)).TrimEnd('？', '?', '！', '!', '。', '.', '；');
        return work.Chinese
            ? work.Say(3, $"您刚才提到“{point}”，这一点我记下了。", $"关于您说的“{point}”，我给您梳理一下。", $"您关心的是“{point}”，我理解您的想法。")
            : work.Say(3, $"You mentioned \"{point}\", and I would like to take that up.", $"About your point \"{point}\": I understand why it matters to you.", $"I have noted what you said, \"{point}\".");
    }

    private static IEnumerable<Sentence> Facts(LabelWork work, Sentence? open) =>
        Pick.Ranked(work)
            .Where(sentence => !sentence.Asks && sentence != open && sentence.Terms.Count > 2 && !sentence.Holds(Cues.Courtesy))
            .OrderByDescending(sentence => sentence.Speaker.Side == Side.Staff ? 1 : 0)
            .ThenByDescending(sentence => open is null ? 0 : Shared(sentence, open));

    private static int Shared(Sentence sentence, Sentence open) => sentence.Terms.Count(term => open.Terms.Any(other => other.Key == term.Key));

    private static string Fact(LabelWork work, Sentence fact, int place)
    {
        string told = Wording.Inline(work.Use(fact).Clean).TrimEnd('！', '!');
        if (work.Chinese)
            return Wording.Ended((place == 0 ? work.Say(4, "目前的情况是：", "刚才确认过的是：", "就我们了解到的，") : work.Say(5 + place, "另外，", "还有一点，", "同时，")) + told, true);
        return Wording.Ended((place == 0 ? work.Say(4, "What we know so far: ", "As we have established: ", "To go by what was said: ") : work.Say(5 + place, "Also: ", "Besides: ", "And: ")) + told, false);
    }

    private static string NextStep(LabelWork work)
    {
        string about = work.Topics.Count == 0 ? (work.Chinese ? "相关信息" : "the details") : Wording.Join([.. work.Topics.Take(2)], work.Chinese);
        return work.Chinese
            ? work.Say(9, $"接下来我先把{about}核实清楚，再第一时间回复您，您看可以吗？", $"我会整理好{about}发给您，有变化马上联系您。", $"您方便的话，我们约个时间把{about}当面确认一下。")
            : work.Say(9, $"Next I will check {about} and come back to you; does that suit you?", $"I will put {about} in writing for you and let you know as soon as anything changes.", $"If it suits you, let us agree a time to go through {about} together.");
    }
}
