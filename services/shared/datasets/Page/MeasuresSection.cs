using System.Globalization;
using DialInsight.Datasets.Metrics;

namespace DialInsight.Datasets.Page;

/// <summary>Complexity, richness and the distributions behind them.</summary>
public static class MeasuresSection
{
    /// <summary>Renders it.</summary>
    /// <param name="metrics">The measures.</param>
    /// <param name="language">The page's first language, for texts that stand in for pictures.</param>
    public static Markup Render(DatasetMetrics metrics, string language) => Markup.Of($"""
        <section><h2>{Bilingual.Both("度量", "Measures")}</h2>
        <div {PageShell.Table}><table class="measures">
        <thead><tr><th></th><th class="n">{Bilingual.Both("提示", "Prompt")}</th><th class="n">{Bilingual.Both("输入", "Input")}</th><th class="n">{Bilingual.Both("答案", "Answer")}</th></tr></thead>
        <tbody>
        {Row(Bilingual.Both($"丰富度 {Name(metrics)}", $"Richness {Name(metrics)}"), metrics.Richness, share => share.ToString("F3", CultureInfo.InvariantCulture))}
        {Row(Bilingual.Both($"冗余度 1 − {Name(metrics)}", $"Redundancy 1 − {Name(metrics)}"), metrics.Redundancy, share => share.ToString("F3", CultureInfo.InvariantCulture))}
        {Row(Bilingual.Both("相似社区数", "Communities"), metrics.Communities, count => count.ToString("N0", CultureInfo.InvariantCulture))}
        {Row(Bilingual.Both("平均词元数", "Mean tokens"), metrics.Tokens, tokens => tokens.Mean.ToString("N1", CultureInfo.InvariantCulture))}
        {Row(Bilingual.Both("平均字符数", "Mean characters"), metrics.Characters, characters => characters.Mean.ToString("N1", CultureInfo.InvariantCulture))}
        </tbody></table></div>
        <p class="legend">{Bilingual.Both("提示复杂度", "Prompt complexity")} <strong>{metrics.PromptComplexity:F1}</strong> · {Bilingual.Both("输入复杂度", "Input complexity")} <strong>{metrics.InputComplexity:F1}</strong> · {Bilingual.Both("编码", "encoder")} <code>{metrics.Encoder}</code>, cos ≥ {metrics.Threshold} · {Bilingual.Both("平均轮数", "mean turns")} {metrics.Turns.Mean:F1}</p>
        <div class="figures">
        {Figure(Bilingual.Both("提示词元", "Prompt tokens"), Bilingual.One(language, "提示词元", "Prompt tokens"), metrics.Tokens.Prompt, language)}
        {Figure(Bilingual.Both("输入词元", "Input tokens"), Bilingual.One(language, "输入词元", "Input tokens"), metrics.Tokens.Input, language)}
        {Figure(Bilingual.Both("答案词元", "Answer tokens"), Bilingual.One(language, "答案词元", "Answer tokens"), metrics.Tokens.Target, language)}
        {Figure(Bilingual.Both("轮数", "Turns"), Bilingual.One(language, "轮数", "Turns"), metrics.Turns, language)}
        </div>
        {Markup.Each(metrics.Words.Where(words => words.Value.Count > 0), words => Markup.Of($"""<p class="legend">{Bilingual.Both($"常见词（{words.Key}）", $"Frequent words ({words.Key})")}: {Markup.Each(words.Value, word => Markup.Of($"<span class=\"tag\">{word.Word} <b>{word.Count:N0}</b></span> "))}</p>"""))}
        {Markup.When(metrics.Languages.Count > 0, () => Markup.Of($"""<p class="legend">{Bilingual.Both("语言", "Languages")}: {Markup.Each(metrics.Languages.Where(language => language.Value > 0).OrderByDescending(language => language.Value), language => Markup.Of($"<span class=\"tag\">{language.Key} <b>{language.Value:N0}</b></span> "))}</p>"""))}
        </section>
        """);

    /// <summary>R with k below it.</summary>
    private static string Name(DatasetMetrics metrics) =>
        "R" + string.Concat(metrics.Top.ToString(CultureInfo.InvariantCulture).Select(digit => (char)('₀' + digit - '0')));

    private static Markup Row<T>(Markup name, PerText<T> values, Func<T, string> text) => Markup.Of(
        $"""<tr><th scope="row">{name}</th><td class="n">{text(values.Prompt)}</td><td class="n">{text(values.Input)}</td><td class="n">{text(values.Target)}</td></tr>""");

    private static Markup Figure(Markup title, string name, Distribution distribution, string language)
    {
        string description = string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {Bilingual.One(language, "均值", "mean")} {distribution.Mean:F1}, {Bilingual.One(language, "中位", "median")} {distribution.Median}, {Bilingual.One(language, "最小", "least")} {distribution.Minimum}, {Bilingual.One(language, "最大", "most")} {distribution.Maximum}");
        return Markup.Of($"""
            <figure><figcaption>{title}</figcaption>{Charts.Histogram(distribution, description)}
            <p>{Bilingual.Both("均值", "mean")} {distribution.Mean:N1} · {Bilingual.Both("中位", "median")} {distribution.Median:N0} · P90 {distribution.Percentile90:N0} · {Bilingual.Both("最大", "most")} {distribution.Maximum:N0}</p></figure>
            """);
    }
}
