using System.Globalization;
using DialInsight.Datasets.Page;
using DialInsight.Quality.Releases;

namespace DialInsight.Quality.Reports.Page;

/// <summary>The headline: each measure of the gate with what it asks for.</summary>
internal static class GateSection
{
    /// <summary>Renders it.</summary>
    public static Markup Render(Report report, Words words) => Markup.Of($"""
        <section class="gate"><h2>{Bilingual.Both("发布门槛", "Release gate")}{Markup.When(report.Provisional is not null, () => Markup.Of($" · {Bilingual.Both("目前", "so far")}"))}</h2>
        <div class="cards">{Markup.Each(report.Gate, result => Card(result, report.Provisional is null, words))}</div>
        {Markup.When(report.Provisional is null && report.Gate.Any(result => !result.Passed), () => Failures(report.Gate))}
        </section>
        """);

    private static Markup Card(GateResult result, bool isDecided, Words words)
    {
        bool isShare = result.Measure != "counts";
        string actual = Number(result.Actual, isShare);
        string description = result.Required is { } asked
            ? $"{actual} / {Number(asked, isShare)}{(isDecided ? result.Passed ? words.One("：通过", ": passed") : words.One("：未通过", ": failed") : "")}"
            : actual;
        string state = result.Required is null || !isDecided ? "open" : result.Passed ? "pass" : "fail";
        double whole = isShare || result.Required is not > 0 ? 1 : result.Required.Value;
        return Markup.Of($"""
            <div class="card {state}"><h3>{Words.Measure(result.Measure)}</h3>
            <p class="value">{actual}</p>{Charts.Share(result.Actual / whole, result.Required / whole, result.Passed || !isDecided, description)}
            <p class="asked">{Asked(result, isDecided, isShare)}</p><p class="meaning">{Words.Meaning(result.Measure)}</p></div>
            """);
    }

    private static Markup Asked(GateResult result, bool isDecided, bool isShare)
    {
        if (result.Required is not { } required)
            return Bilingual.Both("未设门槛", "no gate set");
        string bound = (IsCeiling(result.Measure) ? "≤ " : "≥ ") + Number(required, isShare);
        if (!isDecided)
            return Markup.Of($"{Bilingual.Both("要求", "asked for")} {bound}");
        return result.Passed
            ? Markup.Of($"✓ {Bilingual.Both("通过", "passed")} · {bound}")
            : Markup.Of($"✗ {Bilingual.Both("未通过", "failed")} · {bound}");
    }

    private static bool IsCeiling(string measure) => measure == "unjudged" || measure.StartsWith("leakage", StringComparison.Ordinal);

    private static Markup Failures(IReadOnlyList<GateResult> results) => Markup.Of(
        $"""<ul class="failures">{Markup.Each(results.Where(result => !result.Passed), result => Markup.Of($"<li><strong>{Words.Measure(result.Measure)}</strong>: {Bilingual.Both(Advice(result.Measure), result.Explanation)}</li>"))}</ul>""");

    private static string Advice(string measure) => measure switch
    {
        "fill" => "没有凑够样本（缺口见下表）。请补充这些场景的对话，增加每个名额的尝试次数，或降低 minimumFill。",
        "high" => "高质量标注太少。请换用更强的标注模型，并查看下面未接受的标注及原因。",
        "unjudged" => "太多标注没能评判。请由人工判定这些标注（GET /judgements?outcome=unjudged）后重新发布，或检查评审模型后重新运行配方。",
        "leakage.personal" => "答案里出现了对话中没有的个人信息。请改正或否决泄漏检查列出的样本，然后重新发布。",
        "leakage.split" => "留出的测试样本与训练对话近似重复。请在导入时开启近似去重，或从报告列出的每对中删去一段，然后重新发布。",
        "counts" => "有样本没有送达评审。请查看消息失败记录，然后重新发布。",
        "encoder" => "向量模型没有接受这些文本，无法度量丰富度。请检查 Embedding 设置，或将 Quality:Encoder 设为 Tokens，然后重新发布。",
        _ => "文本彼此过于相似。请使用更多样的对话和指令。",
    };

    private static string Number(double value, bool isShare) => isShare
        ? string.Create(CultureInfo.InvariantCulture, $"{100 * value:0.#} %")
        : value.ToString("0.#", CultureInfo.InvariantCulture);
}
