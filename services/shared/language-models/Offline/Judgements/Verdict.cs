using System.Text;
using DialInsight.LanguageModels.Offline.Labels;
using DialInsight.LanguageModels.Offline.Reading;

namespace DialInsight.LanguageModels.Offline.Judgements;

/// <summary>A verdict on how ready the customer is, weighed by what speaks for and against it, with quotations as grounds.</summary>
internal static class Verdict
{
    /// <summary>The verdict in prose.</summary>
    public static string Write(LabelWork work, int minimum)
    {
        StringBuilder text = new(Conclusion(work));
        int number = 0;
        foreach (Sentence sentence in Grounds(work, 6))
        {
            if (number >= 2 && text.Length >= minimum)
                break;
            string ground = Wording.Quoted(work, work.Use(sentence));
            text.Append(work.Chinese ? $"依据{++number}：{ground}。" : $" Ground {++number}: {ground}.");
        }

        return text.ToString();
    }

    /// <summary>The verdict in one sentence.</summary>
    public static string Conclusion(LabelWork work)
    {
        int balance = Balance(work.Dialogue);
        string topic = work.Topics.Count > 0 ? work.Topics[0] : work.Chinese ? "所谈事项" : "the matter";
        string customer = work.Dialogue.NameOf(Side.Customer) ?? (work.Chinese ? "客户" : "the customer");
        if (work.Chinese)
        {
            return balance > 1 ? $"判断：{customer}对{topic}的态度积极，意愿较明确。"
                : balance < 0 ? $"判断：{customer}对{topic}仍有明显顾虑，意愿偏低。"
                : $"判断：{customer}对{topic}有兴趣，但尚未拿定主意。";
        }

        return balance > 1 ? $"Verdict: {customer} is positive about {topic} and ready to go on."
            : balance < 0 ? $"Verdict: {customer} still has clear reservations about {topic}."
            : $"Verdict: {customer} is interested in {topic} but undecided.";
    }

    /// <summary>The sentences that ground a verdict, the most telling first: those that decided a choice, then wishes, worries and decisions.</summary>
    public static List<Sentence> Grounds(LabelWork work, int count)
    {
        List<Sentence> grounds = [.. work.Grounds.Take(count)];
        foreach (Sentence sentence in Pick.Ranked(work).OrderByDescending(Weight))
        {
            if (grounds.Count >= count)
                break;
            if (!grounds.Contains(sentence))
                grounds.Add(sentence);
        }

        return grounds;
    }

    private static int Weight(Sentence sentence)
    {
        int weight = sentence.Speaker.Side == Side.Customer ? 1 : 0;
        if (sentence.Holds(Cues.Positive) || sentence.Holds(Cues.Negative))
            weight++;
        if (sentence.Holds(Cues.Need) || sentence.Holds(Cues.Decision) || sentence.Holds(Cues.Concern))
            weight++;
        return sentence.Holds(Cues.Courtesy) || sentence.Terms.Count < 2 ? 0 : weight;
    }

    private static int Balance(Dialogue dialogue)
    {
        int balance = 0;
        foreach (Sentence sentence in dialogue.Sentences)
        {
            if (sentence.Speaker.Side != Side.Customer)
                continue;
            balance += sentence.Holds(Cues.Negative) ? -1 : sentence.Holds(Cues.Positive) ? 1 : 0;
        }

        return balance;
    }
}
