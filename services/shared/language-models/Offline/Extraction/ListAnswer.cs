using DialInsight.Contracts.PromptAssembly;
using DialInsight.LanguageModels.Offline.Comparisons;
using DialInsight.LanguageModels.Offline.Judgements;
using DialInsight.LanguageModels.Offline.Labels;
using DialInsight.LanguageModels.Offline.Reading;
using DialInsight.LanguageModels.Offline.Replies;

namespace DialInsight.LanguageModels.Offline.Extraction;

/// <summary>Writes a list of grounded entries.</summary>
internal static class ListAnswer
{
    private const int UsualEntries = 5;

    /// <summary>The list, one entry a line, within the format's bounds as far as the dialogue gives entries.</summary>
    public static string Write(LabelWork work)
    {
        int most = work.Format.Maximum ?? Math.Max(UsualEntries, work.Format.Minimum ?? 0);
        int wanted = Math.Clamp(UsualEntries, Math.Min(work.Format.Minimum ?? 1, most), most);
        List<string> entries = Entries(work, wanted);
        Fill(work, entries, work.Format.Minimum ?? 1);
        return string.Join('\n', entries.Take(most).Select(entry => "- " + Wording.Inline(entry)));
    }

    private static List<string> Entries(LabelWork work, int wanted) => work.Assignment.TaskKind switch
    {
        TaskKind.InformationExtraction => KeyFacts.Entries(work, wanted),
        TaskKind.Judgement => [Verdict.Conclusion(work), .. Verdict.Grounds(work, wanted - 1).Select(ground => Wording.Quoted(work, work.Use(ground)))],
        TaskKind.SpeechGeneration => Reply.Parts(work, 0),
        TaskKind.Comparison => OptionTable.Lines(work, wanted),
        _ => Pick.Telling(work, wanted).ConvertAll(sentence => Wording.Reported(work, work.Use(sentence))),
    };

    private static void Fill(LabelWork work, List<string> entries, int least)
    {
        foreach (Sentence sentence in Pick.Ranked(work))
        {
            if (entries.Count >= least)
                return;
            if (!work.Used(sentence))
                entries.Add(Wording.Reported(work, work.Use(sentence)));
        }

        foreach (Sentence sentence in Pick.Ranked(work))
        {
            foreach (string piece in sentence.Clean.Split(['，', ',', '、'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (entries.Count >= least)
                    return;
                if (piece.Length > 1 && !entries.Contains(piece))
                    entries.Add(piece);
            }
        }
    }
}
