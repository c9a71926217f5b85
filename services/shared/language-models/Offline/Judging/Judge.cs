using System.Buffers;
using System.Text;
using System.Text.Json;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.LanguageModels.Facts;
using DialInsight.LanguageModels.Offline.Labels;
using DialInsight.LanguageModels.Offline.Reading;

namespace DialInsight.LanguageModels.Offline.Judging;

/// <summary>
/// Judges a label by rule: what the hard gates refused is low; else the share of its content that was said in the dialogue, the share of its
/// fields that are filled and the numbers it made up decide. The votes weigh the same evidence with slightly different strictness.
/// </summary>
internal static class Judge
{
    /// <summary>How much stricter each vote is than the one before it.</summary>
    public const double VoteStep = 0.03;

    /// <summary>The verdict as JSON.</summary>
    public static string Write(JudgeFacts facts)
    {
        AnswerContent content = AnswerContent.Of(facts.Assignment.Format, WellFormed.Text(facts.Answer));
        Grounding grounding = Grounding.Of(content.Texts, facts.Assignment.Turns);
        QualityLevel level = facts.GateFailures.Count > 0 ? QualityLevel.Low : Level(facts, content, grounding);
        return Json(Evidence(facts, content, grounding), level, facts.Assignment.Judging.Scored ? Scores.Of(facts, content, grounding) : null);
    }

    private static QualityLevel Level(JudgeFacts facts, AnswerContent content, Grounding grounding)
    {
        bool speech = facts.Assignment.TaskKind == TaskKind.SpeechGeneration;
        double strictness = ((facts.Vote % 3) - 1) * VoteStep;
        double good = (speech ? 0.50 : 0.70) + strictness, poor = (speech ? 0.25 : 0.45) + strictness;
        int invented = speech ? Math.Max(0, grounding.InventedNumbers - 1) : grounding.InventedNumbers;
        if (grounding.Share < poor || invented > 2)
            return QualityLevel.Low;
        bool complete = content.Filled >= 0.5 + strictness && Says(facts.Assignment.Format, grounding);
        return grounding.Share >= good && complete && invented == 0 ? QualityLevel.High : QualityLevel.Medium;
    }

    /// <summary>Whether the answer has enough content to be of use: an object may be all choices and numbers, prose may not.</summary>
    private static bool Says(OutputFormat format, Grounding grounding) => format.Kind == OutputFormatKind.Object || grounding.Terms >= 4;

    private static List<string> Evidence(JudgeFacts facts, AnswerContent content, Grounding grounding)
    {
        bool chinese = facts.Language == "zh";
        List<string> evidence = [.. facts.GateFailures.Select(WellFormed.Text)];
        evidence.Add(chinese ? $"标签内容中有{grounding.Share * 100:0}%能在对话中找到" : $"{grounding.Share * 100:0} % of the label's content occurs in the dialogue");
        evidence.Add(chinese ? $"应填内容填写了{content.Filled * 100:0}%" : $"{content.Filled * 100:0} % of what was to be filled is filled");
        if (grounding.InventedNumbers > 0)
            evidence.Add(chinese ? $"有{grounding.InventedNumbers}个数字对话中没有说过" : $"{grounding.InventedNumbers} of its numbers were never said");
        return evidence;
    }

    private static string Json(List<string> evidence, QualityLevel level, Scores? scores)
    {
        ArrayBufferWriter<byte> buffer = new(512);
        using (Utf8JsonWriter writer = new(buffer, JsonWriting.Options))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("evidence");
            foreach (string entry in evidence)
                writer.WriteStringValue(entry);
            writer.WriteEndArray();
            writer.WriteString("level", level switch { QualityLevel.High => "high", QualityLevel.Medium => "medium", _ => "low" });
            if (scores is { } given)
            {
                writer.WriteNumber("complexity", given.Complexity);
                writer.WriteNumber("quality", given.Quality);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
