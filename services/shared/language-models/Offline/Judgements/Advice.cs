using DialInsight.LanguageModels.Offline.Labels;
using DialInsight.LanguageModels.Offline.Reading;
using DialInsight.LanguageModels.Offline.Replies;

namespace DialInsight.LanguageModels.Offline.Judgements;

/// <summary>What follows from a verdict: what to take up first, and the words that say why.</summary>
internal static class Advice
{
    /// <summary>The advice as entries: what to answer first, and what to settle.</summary>
    public static List<string> Entries(LabelWork work)
    {
        List<string> entries = [];
        if (Reply.OpenPoint(work.Dialogue) is { } open)
        {
            string point = Wording.Unended(Wording.Inline(Wording.Short(open.Clean)));
            entries.Add(work.Chinese
                ? work.Say(14, $"先正面回应“{point}”，再谈其他", $"对“{point}”给出明确的答复", $"主动追问“{point}”背后的原因")
                : work.Say(14, $"Answer \"{point}\" first, before anything else", $"Give a clear answer to \"{point}\"", $"Ask what lies behind \"{point}\""));
        }

        string about = Wording.Join(work.Topics, work.Chinese);
        if (about.Length > 0)
            entries.Add(work.Chinese ? work.Say(15, $"把{about}逐项确认，并写成书面结论", $"结束前复述一遍关于{about}的约定") : work.Say(15, $"Confirm {about} point by point, and in writing", $"Repeat at the end what was agreed about {about}"));
        return entries;
    }

    /// <summary>The advice in one or two sentences.</summary>
    public static string Write(LabelWork work)
    {
        Sentence? ground = Verdict.Grounds(work, 3).Find(sentence => !work.Used(sentence)) ?? Pick.Any(work);
        string quoted = Wording.Quoted(work, work.Use(ground!));
        string about = Wording.Join([.. work.Topics.Take(2)], work.Chinese);
        if (work.Chinese)
        {
            string weight = work.Verdict is { } chosen ? $"对话的重点在“{chosen}”，" : "";
            string first = about.Length == 0 ? "下一步" : about;
            return work.Say(13, $"{weight}{quoted}，建议先把{first}确认下来。", $"建议围绕{first}推进：{weight}{quoted}。", $"{weight}由于{quoted}，宜优先处理{first}。");
        }

        string reason = work.Verdict is { } verdict ? $"What counts here is \"{verdict}\": " : "";
        string matter = about.Length == 0 ? "the open point" : about;
        return Wording.Capital(work.Say(13, $"{reason}{quoted}, so settle {matter} first.", $"{reason}{quoted}. It would be best to confirm {matter} next.", $"Take up {matter} first. {reason}{quoted}."));
    }
}
