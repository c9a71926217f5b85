using System.Text;
using DialInsight.LanguageModels.Offline.Labels;
using DialInsight.LanguageModels.Offline.Reading;

namespace DialInsight.LanguageModels.Offline.Summaries;

/// <summary>An extractive summary: who spoke about what, the most telling sentences with their speakers, and what happens next.</summary>
internal static class Summary
{
    private const int UsualSentences = 4;
    private const int UsualLengthHan = 220;
    private const int UsualLengthLatin = 600;

    /// <summary>A summary of at least <paramref name="minimum"/> characters as far as the dialogue gives them, and at most <paramref name="maximum"/>.</summary>
    public static string Write(LabelWork work, int minimum, int? maximum)
    {
        int limit = Math.Min(maximum ?? int.MaxValue, Math.Max(minimum + 200, work.Chinese ? UsualLengthHan : UsualLengthLatin));
        string opening = Opening(work);
        List<Sentence> body = Body(work, minimum, limit - opening.Length);
        StringBuilder text = new();
        if (opening.Length + body.Sum(sentence => sentence.Clean.Length) <= limit || body.Count == 0)
            text.Append(opening);
        foreach (Sentence sentence in body)
            Append(text, Line(work, work.Use(sentence)), work.Chinese);
        return Wording.Within(text.ToString().TrimEnd(), maximum);
    }

    private static string Line(LabelWork work, Sentence sentence)
    {
        bool plan = !sentence.Asks && sentence.Holds(Cues.NextStep) && sentence.Index >= work.Dialogue.Sentences.Count * 2 / 3;
        string lead = !plan ? "" : work.Chinese ? "后续，" : "Next step: ";
        return Wording.Ended(lead + Wording.Reported(work, sentence), work.Chinese);
    }

    private static List<Sentence> Body(LabelWork work, int minimum, int room)
    {
        List<Sentence> chosen = [];
        int length = 0;
        foreach (Sentence sentence in Pick.Ranked(work))
        {
            int added = sentence.Clean.Length + 10;
            if (chosen.Count >= UsualSentences && length >= minimum)
                break;
            if (chosen.Count > 0 && length + added > room)
                continue;
            chosen.Add(sentence);
            length += added;
        }

        chosen.Sort((left, right) => left.Index.CompareTo(right.Index));
        return chosen;
    }

    private static string Opening(LabelWork work)
    {
        IReadOnlyList<string> topics = work.Topics;
        string about = Wording.Join(topics, work.Chinese);
        string staff = work.Dialogue.NameOf(Side.Staff) ?? (work.Chinese ? "对方" : "the other side");
        string customer = work.Dialogue.NameOf(Side.Customer) ?? (work.Chinese ? "客户" : "the customer");
        if (topics.Count == 0)
            return work.Chinese ? $"{staff}与{customer}进行了沟通。" : Wording.Capital($"{customer} and {staff} spoke. ");
        return work.Chinese
            ? work.Say(1, $"{staff}与{customer}围绕{about}进行了沟通。", $"本次对话主要涉及{about}。", $"{customer}向{staff}了解{about}等情况。")
            : Wording.Capital(work.Say(1, $"{customer} and {staff} talked about {about}. ", $"The conversation is about {about}. ", $"{customer} contacted {staff} about {about}. "));
    }

    private static void Append(StringBuilder text, string line, bool chinese)
    {
        text.Append(line);
        if (!chinese)
            text.Append(' ');
    }
}
