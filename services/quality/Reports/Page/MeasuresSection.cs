using System.Globalization;
using DialInsight.Quality.Metrics;

namespace DialInsight.Quality.Reports.Page;

/// <summary>Complexity, richness and the distributions behind them.</summary>
internal static class MeasuresSection
{
    /// <summary>Renders it; nothing while nothing is accepted.</summary>
    public static Markup Render(Report report, Words words) =>
        report.Metrics is { } metrics ? Render(metrics, words) : Markup.None;

    private static Markup Render(DatasetMetrics metrics, Words words) => Markup.Of($"""
        <section><h2>{Words.Both("度量", "Measures")}</h2>
        <div class="scroll"><table class="measures">
        <thead><tr><th></th><th class="n">{Words.Both("提示", "Prompt")}</th><th class="n">{Words.Both("输入（对话）", "Input (dialogue)")}</th><th class="n">{Words.Both("答案", "Answer")}</th></tr></thead>
        <tbody>
        {Row(Words.Both("丰富度 R₁", "Richness R₁"), metrics.Richness, share => share.ToString("F3", CultureInfo.InvariantCulture))}
        {Row(Words.Both("冗余度 1 − R₁", "Redundancy 1 − R₁"), metrics.Redundancy, share => share.ToString("F3", CultureInfo.InvariantCulture))}
        {Row(Words.Both("相似社区数", "Communities"), metrics.Communities, count => count.ToString("N0", CultureInfo.InvariantCulture))}
        {Row(Words.Both("平均词元数", "Mean tokens"), metrics.Tokens, tokens => tokens.Mean.ToString("N1", CultureInfo.InvariantCulture))}
        {Row(Words.Both("平均字符数", "Mean characters"), metrics.Characters, characters => characters.Mean.ToString("N1", CultureInfo.InvariantCulture))}
        </tbody></table></div>
        <p class="legend">{Words.Both("提示复杂度", "Prompt complexity")} <strong>{metrics.PromptComplexity:F1}</strong> · {Words.Both("输入复杂度", "Input complexity")} <strong>{metrics.InputComplexity:F1}</strong> · {Words.Both("编码", "encoder")} <code>{metrics.Encoder}</code>, cos ≥ {metrics.Threshold} · {Words.Both("平均轮数", "mean turns")} {metrics.Turns.Mean:F1}</p>
        <div class="figures">
        {Figure(Words.Both("提示词元", "Prompt tokens"), words.One("提示词元", "Prompt tokens"), metrics.Tokens.Prompt, words)}
        {Figure(Words.Both("对话词元", "Dialogue tokens"), words.One("对话词元", "Dialogue tokens"), metrics.Tokens.Input, words)}
        {Figure(Words.Both("答案词元", "Answer tokens"), words.One("答案词元", "Answer tokens"), metrics.Tokens.Target, words)}
        {Figure(Words.Both("对话轮数", "Turns"), words.One("对话轮数", "Turns"), metrics.Turns, words)}
        </div></section>
        """);

    private static Markup Row<T>(Markup name, PerText<T> values, Func<T, string> text) => Markup.Of(
        $"""<tr><th scope="row">{name}</th><td class="n">{text(values.Prompt)}</td><td class="n">{text(values.Input)}</td><td class="n">{text(values.Target)}</td></tr>""");

    private static Markup Figure(Markup title, string name, Distribution distribution, Words words)
    {
        string description = string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {words.One("均值", "mean")} {distribution.Mean:F1}, {words.One("中位", "median")} {distribution.Median}, {words.One("最小", "least")} {distribution.Minimum}, {words.One("最大", "most")} {distribution.Maximum}");
        return Markup.Of($"""
            <figure><figcaption>{title}</figcaption>{Charts.Histogram(distribution, description)}
            <p>{Words.Both("均值", "mean")} {distribution.Mean:N1} · {Words.Both("中位", "median")} {distribution.Median:N0} · P90 {distribution.Percentile90:N0} · {Words.Both("最大", "most")} {distribution.Maximum:N0}</p></figure>
            """);
    }
}
