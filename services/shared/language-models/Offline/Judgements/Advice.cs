using DialInsight.LanguageModels.Offline.Labels;
using DialInsight.LanguageModels.Offline.Reading;

namespace DialInsight.LanguageModels.Offline.Judgements;

/// <summary>What follows from a verdict: what to take up first, and the words that say why.</summary>
internal static class Advice
{
    /// <summary>The advice in one or two sentences.</summary>
    public static string Write(LabelWork work)
    {
        Sentence? ground = Verdict.Grounds(work, 3).Find(sentence => !work.Used(sentence)) ?? Pick.Any(work);
        string quoted = Wording.Quoted(work, work.Use(ground!));
        string about = Wording.Join(Topics.Of(work.Dialogue, work.Scenario, 2), work.Chinese);
        if (work.Chinese)
        {
            string weight = work.Verdict is { } chosen ? $"对话的重点在“{chosen}”，" : "";
            string first = about.Length == 0 ? "下一步" : about;
            return work.Say(13, $"{weight}{quoted}，建议先把{first}确认下来。", $"建议围绕{first}推进：{weight}{quoted}。", $"{weight}由于{quoted}，宜优先处理{first}。");
        }

        string reason = work.Verdict is { } verdict ? $"What counts here is \"{verdict}\": " : "";
        string matter = about.Length == 0 ? "the open point" : about;
        return work.Say(13, $"{reason}{quoted}, so settle {matter} first.", $"{reason}{quoted}. It would be best to confirm {matter} next.", $"Take up {matter} first. {reason}{quoted}.");
    }
}
