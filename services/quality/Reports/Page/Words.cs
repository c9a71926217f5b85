namespace DialInsight.Quality.Reports.Page;

/// <summary>The page's own words, in both languages at once; the page shows one and can be switched.</summary>
internal sealed class Words(Report report)
{
    /// <summary>The words in both languages.</summary>
    public static Markup Both(string chinese, string english) =>
        Markup.Of($"""<span class="zh" lang="zh">{chinese}</span><span class="en" lang="en">{english}</span>""");

    /// <summary>The words in the report's language, for places that hold plain text.</summary>
    public string One(string chinese, string english) => report.Language == "zh" ? chinese : english;

    /// <summary>What people call a scenario or a task type.</summary>
    public Markup Title(string id)
    {
        if (!report.Titles.TryGetValue(id, out IReadOnlyDictionary<string, string>? titles))
            return Markup.Of($"{id}");
        string english = titles.GetValueOrDefault("en", id);
        return Both(titles.GetValueOrDefault("zh", english), english);
    }

    /// <summary>A cell by its titles.</summary>
    public Markup Cell(string cellId) =>
        cellId.Split('/', 2) is [string scenario, string task] ? Markup.Of($"{Title(scenario)} · {Title(task)}") : Markup.Of($"{cellId}");

    /// <summary>A gate's measure.</summary>
    public static Markup Measure(string measure) => measure switch
    {
        "fill" => Both("完成率", "Fill"),
        "richness.prompt" => Both("提示丰富度", "Prompt richness"),
        "richness.input" => Both("输入丰富度", "Input richness"),
        "richness.target" => Both("答案丰富度", "Answer richness"),
        "high" => Both("高质量占比", "High quality"),
        "unjudged" => Both("未能评判", "Unjudged"),
        "counts" => Both("计数一致", "Counts"),
        _ => Markup.Of($"{measure}"),
    };

    /// <summary>What a measure is a share of.</summary>
    public static Markup Meaning(string measure) => measure switch
    {
        "fill" => Both("已接受 ÷ 目标样本", "accepted of the samples asked for"),
        "high" => Both("高质量 ÷ 已评判标注", "high of all judged labels"),
        "unjudged" => Both("未能评判 ÷ 全部标注", "unjudged of all labels"),
        "counts" => Both("计数相符的单元格", "cells whose counts match"),
        _ => Both("互不相似的文本占比 R₁", "share of dissimilar texts, R₁"),
    };

    /// <summary>Why labels were not accepted.</summary>
    public static Markup Reason(string reason) => reason switch
    {
        "surplus" => Both("合格但名额已满", "Good, but its slot was filled"),
        "inReview" => Both("评审意见不一，待人工复核", "No majority, waits for a person"),
        "unjudged" => Both("未能评判", "Could not be judged"),
        "person" => Both("人工复核否决", "Rejected by a person"),
        "judge:medium" => Both("评审：中等", "Judge: medium"),
        "judge:low" => Both("评审：低", "Judge: low"),
        "gate:format" => Both("硬性检查：格式不符", "Gate: format"),
        "gate:choice" => Both("硬性检查：不在选项内", "Gate: not one of the choices"),
        "gate:quotation" => Both("硬性检查：引文不在对话中", "Gate: quotation not in the dialogue"),
        "gate:length" => Both("硬性检查：长度不符", "Gate: length"),
        "gate:language" => Both("硬性检查：语言不符", "Gate: language"),
        "gate:refusal" => Both("硬性检查：拒绝回答", "Gate: refusal"),
        _ => Markup.Of($"{reason}"),
    };
}
