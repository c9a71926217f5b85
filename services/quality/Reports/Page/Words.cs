using DialInsight.Datasets.Page;

namespace DialInsight.Quality.Reports.Page;

/// <summary>What the page calls things.</summary>
internal sealed class Words(Report report, string language)
{
    /// <summary>The language that the page opens in.</summary>
    public string Language => language;

    /// <summary>The language of the samples.</summary>
    public string Spoken => report.Language;

    /// <summary>The words in the page's language, for places that hold plain text.</summary>
    public string One(string chinese, string english) => Bilingual.One(language, chinese, english);

    /// <summary>What people call a scenario or a task type.</summary>
    public Markup Title(string id)
    {
        if (!report.Titles.TryGetValue(id, out IReadOnlyDictionary<string, string>? titles))
            return Markup.Of($"{id}");
        string english = titles.GetValueOrDefault("en", id);
        return Bilingual.Both(titles.GetValueOrDefault("zh", english), english);
    }

    /// <summary>A cell by its titles.</summary>
    public Markup Cell(string cellId) =>
        cellId.Split('/', 2) is [string scenario, string task] ? Markup.Of($"{Title(scenario)} · {Title(task)}") : Markup.Of($"{cellId}");

    /// <summary>A gate's measure.</summary>
    public static Markup Measure(string measure) => measure switch
    {
        "fill" => Bilingual.Both("完成率", "Fill"),
        "richness.prompt" => Bilingual.Both("提示丰富度", "Prompt richness"),
        "richness.input" => Bilingual.Both("输入丰富度", "Input richness"),
        "richness.target" => Bilingual.Both("答案丰富度", "Answer richness"),
        "high" => Bilingual.Both("高质量占比", "High quality"),
        "unjudged" => Bilingual.Both("未能评判", "Unjudged"),
        "leakage.personal" => Bilingual.Both("个人信息泄漏", "Personal data"),
        "leakage.split" => Bilingual.Both("测试泄漏", "Known test samples"),
        "counts" => Bilingual.Both("计数一致", "Counts"),
        "encoder" => Bilingual.Both("文本向量", "Vectors"),
        _ => Markup.Of($"{measure}"),
    };

    /// <summary>A headline measure.</summary>
    public static Markup Headline(string measure) => measure switch
    {
        "samples" => Bilingual.Both("样本数", "Samples"),
        "promptComplexity" => Bilingual.Both("提示复杂度", "Prompt complexity"),
        "inputComplexity" => Bilingual.Both("输入复杂度", "Input complexity"),
        "quality.high" => Measure("high"),
        "quality.medium" => Bilingual.Both("中等占比", "Medium quality"),
        "quality.low" => Bilingual.Both("低质量占比", "Low quality"),
        "quality.unjudged" => Measure("unjudged"),
        _ => Measure(measure),
    };

    /// <summary>What a measure is a share of.</summary>
    public static Markup Meaning(string measure) => measure switch
    {
        "fill" => Bilingual.Both("已接受 ÷ 目标样本", "accepted of the samples asked for"),
        "high" => Bilingual.Both("高质量 ÷ 已评判标注", "high of all judged labels"),
        "unjudged" => Bilingual.Both("未能评判 ÷ 全部标注", "unjudged of all labels"),
        "leakage.personal" => Bilingual.Both("答案含对话之外个人信息的样本", "accepted samples whose answer holds some that its dialogue does not"),
        "leakage.split" => Bilingual.Both("与其他划分近似重复的留出样本", "held-out samples nearly the same as others"),
        "counts" => Bilingual.Both("计数相符的单元格", "cells whose counts match"),
        "encoder" => Bilingual.Both("得到向量的文本", "texts that could be embedded"),
        _ => Bilingual.Both("互不相似的文本占比 R₁", "share of dissimilar texts, R₁"),
    };

    /// <summary>Why labels were not accepted.</summary>
    public static Markup Reason(string reason) => reason switch
    {
        "surplus" => Bilingual.Both("合格但名额已满", "Good, but its slot was filled"),
        "inReview" => Bilingual.Both("评审意见不一，待人工复核", "No majority, waits for a person"),
        "unjudged" => Bilingual.Both("未能评判", "Could not be judged"),
        "person" => Bilingual.Both("人工复核否决", "Rejected by a person"),
        "judge:medium" => Bilingual.Both("评审：中等", "Judge: medium"),
        "judge:low" => Bilingual.Both("评审：低", "Judge: low"),
        "gate:format" => Bilingual.Both("硬性检查：格式不符", "Gate: format"),
        "gate:choice" => Bilingual.Both("硬性检查：不在选项内", "Gate: not one of the choices"),
        "gate:quotation" => Bilingual.Both("硬性检查：引文不在对话中", "Gate: quotation not in the dialogue"),
        "gate:length" => Bilingual.Both("硬性检查：长度不符", "Gate: length"),
        "gate:language" => Bilingual.Both("硬性检查：语言不符", "Gate: language"),
        "gate:refusal" => Bilingual.Both("硬性检查：拒绝回答", "Gate: refusal"),
        _ => Markup.Of($"{reason}"),
    };
}
