using DialInsight.WebConsole.Layout;

namespace DialInsight.WebConsole.Releases;

/// <summary>The headline measures as people call them.</summary>
internal static class Measures
{
    /// <summary>What a measure is called.</summary>
    public static string Name(string measure, Visit visit) => measure switch
    {
        "samples" => visit["samples", "样本数"],
        "promptComplexity" => visit["prompt complexity (tokens)", "提示词复杂度（词元）"],
        "inputComplexity" => visit["input complexity (tokens)", "输入复杂度（词元）"],
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
        "leakage.personal" => visit["answers with personal data of their own", "答案中的个人信息泄漏"],
        "leakage.split" => visit["held-out samples that are known", "留出样本与其他划分近似"],
        _ => measure,
    };

    /// <summary>Why a label was not accepted.</summary>
    public static string Reason(string reason, Visit visit) => reason switch
    {
        "surplus" => visit["good, but its slot was filled", "合格但名额已满"],
        "inReview" => visit["no majority, waits for a person", "评审意见不一，待人工复核"],
        "unjudged" => visit["could not be judged", "未能评判"],
        "person" => visit["rejected by a person", "人工复核否决"],
        "judge:medium" => visit["judge: medium", "评审：中等"],
        "judge:low" => visit["judge: low", "评审：低"],
        "gate:format" => visit["format", "格式不符"],
        "gate:choice" => visit["not one of the choices", "不在选项内"],
        "gate:quotation" => visit["quotation not in the dialogue", "引文不在对话中"],
        "gate:length" => visit["length", "长度不符"],
        "gate:language" => visit["language", "语言不符"],
        "gate:refusal" => visit["the model refused", "模型拒绝回答"],
        _ => reason,
    };

    /// <summary>Whether it lies between 0 and 1.</summary>
    public static bool IsShare(string measure) =>
        measure.StartsWith("richness", StringComparison.Ordinal) || measure.StartsWith("redundancy", StringComparison.Ordinal) || measure.StartsWith("quality", StringComparison.Ordinal);
}
