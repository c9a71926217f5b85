using DialInsight.WebConsole.Layout;

namespace DialInsight.WebConsole.Releases;

/// <summary>The headline measures as people call them.</summary>
internal static class Measures
{
    /// <summary>What a measure is called.</summary>
    public static string Name(string measure, Visit visit) => measure switch
    {
        "samples" => visit["samples", "样本数"],
        "promptComplexity" => visit["prompt complexity (tokens)", "提示词复杂度（令牌）"],
        "inputComplexity" => visit["input complexity (tokens)", "输入复杂度（令牌）"],
        "richness.prompt" => visit["richness of prompts", "提示词丰富度"],
        "richness.input" => visit["richness of inputs", "输入丰富度"],
        "richness.target" => visit["richness of answers", "答案丰富度"],
        "redundancy.prompt" => visit["redundancy of prompts", "提示词冗余度"],
        "redundancy.input" => visit["redundancy of inputs", "输入冗余度"],
        "redundancy.target" => visit["redundancy of answers", "答案冗余度"],
        "quality.high" => visit["share of high labels", "高质量标注占比"],
        "quality.medium" => visit["share of medium labels", "中等标注占比"],
        "quality.low" => visit["share of low labels", "低质量标注占比"],
        "quality.unjudged" => visit["share of unjudged labels", "未评审标注占比"],
        "fill" => visit["fill", "填充率"],
        "high" => visit["share of high labels", "高质量标注占比"],
        "unjudged" => visit["share of unjudged labels", "未评审标注占比"],
        "counts" => visit["counts agree", "计数一致"],
        "encoder" => visit["texts embedded", "文本向量"],
        "leakage" => visit["leakage of personal data", "个人信息泄漏"],
        _ => measure,
    };

    /// <summary>Whether it lies between 0 and 1.</summary>
    public static bool IsShare(string measure) =>
        measure.StartsWith("richness", StringComparison.Ordinal) || measure.StartsWith("redundancy", StringComparison.Ordinal) || measure.StartsWith("quality", StringComparison.Ordinal);
}
