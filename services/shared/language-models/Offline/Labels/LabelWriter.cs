using DialInsight.Contracts.PromptAssembly;
using DialInsight.LanguageModels.Facts;
using DialInsight.LanguageModels.Offline.Comparisons;
using DialInsight.LanguageModels.Offline.Extraction;
using DialInsight.LanguageModels.Offline.Judgements;
using DialInsight.LanguageModels.Offline.Replies;
using DialInsight.LanguageModels.Offline.Summaries;

namespace DialInsight.LanguageModels.Offline.Labels;

/// <summary>Writes a label in the shape that was asked for.</summary>
internal static class LabelWriter
{
    /// <summary>The label. An empty dialogue gets a sentence that says so, which no format but free text will pass.</summary>
    public static string Write(LabelFacts facts, int draw)
    {
        LabelWork work = new(facts, draw);
        if (work.Dialogue.Sentences.Count == 0)
            return work.Chinese ? "无法作答：对话中没有内容。" : "Cannot answer: the dialogue holds nothing.";
        return work.Format.Kind switch
        {
            OutputFormatKind.Object => ObjectAnswer.Write(work),
            OutputFormatKind.Table => TableAnswer.Write(work),
            OutputFormatKind.List => ListAnswer.Write(work),
            _ => Prose(work),
        };
    }

    private static string Prose(LabelWork work)
    {
        string text = work.Assignment.TaskKind switch
        {
            TaskKind.SpeechGeneration => Reply.Write(work, work.Format.Minimum ?? 0),
            TaskKind.Judgement => Verdict.Write(work, work.Format.Minimum ?? 0),
            TaskKind.Comparison => OptionTable.Prose(work, work.Format.Minimum ?? 0),
            TaskKind.InformationExtraction => KeyFacts.Prose(work, work.Format.Minimum ?? 0),
            _ => Summary.Write(work, work.Format.Minimum ?? 0, work.Format.Maximum),
        };
        return Wording.Within(text, work.Format.Maximum);
    }
}
