using System.Globalization;
using DialInsight.Datasets.Metrics;

namespace DialInsight.Datasets.Page;

/// <summary>Two data sets side by side at equal size.</summary>
public static class ComparisonSection
{
    /// <summary>Renders it.</summary>
    /// <param name="name">What the first is called.</param>
    /// <param name="comparison">Both.</param>
    /// <param name="language">The page's first language, for texts that stand in for pictures.</param>
    public static Markup Render(string name, Comparison comparison, string language) => Markup.Of($"""
        <section><h2>{Bilingual.Both("等量比较", "At equal size")}</h2>
        {Body(name, comparison, language)}
        </section>
        """);

    /// <summary>What stands under the heading.</summary>
    /// <param name="name">What the first is called.</param>
    /// <param name="comparison">Both.</param>
    /// <param name="language">The page's first language, for texts that stand in for pictures.</param>
    public static Markup Body(string name, Comparison comparison, string language) => Markup.Of($"""
        <p class="legend">{Bilingual.Both(
            $"从每个数据集随机抽取 {comparison.Parts.Draws} 份、每份 {comparison.Parts.Size} 条；丰富度随样本数下降，只有等量才可比。区间为 95 %。",
            $"{comparison.Parts.Draws} random parts of {comparison.Parts.Size} samples of each: richness falls as samples are added, so only equal sizes compare. Intervals are 95 %.")}</p>
        <div {PageShell.Table}><table>
        <thead><tr><th></th><th>{name}</th><th>{comparison.With}</th><th class="wide"></th></tr></thead>
        <tbody>
        {Row(Bilingual.Both("提示丰富度", "Prompt richness"), comparison.A.Prompt, comparison.B.Prompt, language)}
        {Row(Bilingual.Both("输入丰富度", "Input richness"), comparison.A.Input, comparison.B.Input, language)}
        {Row(Bilingual.Both("答案丰富度", "Answer richness"), comparison.A.Target, comparison.B.Target, language)}
        </tbody></table></div>
        """);

    private static Markup Row(Markup name, RichnessInterval first, RichnessInterval second, string language) => Markup.Of($"""
        <tr><th scope="row">{name}</th><td>{Text(first)}</td><td>{Text(second)}</td><td class="wide">{Picture(first, second, language)}</td></tr>
        """);

    private static Markup Picture(RichnessInterval first, RichnessInterval second, string language)
    {
        string said = first.IsAbove(second) ? Bilingual.One(language, "前者更高，区间不重叠", "the first is higher, intervals apart")
            : second.IsAbove(first) ? Bilingual.One(language, "后者更高，区间不重叠", "the second is higher, intervals apart")
            : Bilingual.One(language, "区间重叠", "the intervals overlap");
        // The scale is that of the two, with room at its ends: intervals are narrow, and it is their distance that matters.
        double low = Math.Min(first.Low, second.Low), high = Math.Max(first.High, second.High);
        double room = Math.Max(0.01, 0.15 * (high - low));
        (low, high) = (low - room, high + room);
        return Markup.Of(
            $"""<svg class="intervals" viewBox="0 0 100 14" preserveAspectRatio="none" role="img" aria-label="{said}"><title>{said}</title><rect class="track" x="0" y="0" width="100" height="14"/>{Bar(first, 2, "first", low, high)}{Bar(second, 8, "second", low, high)}</svg>""");
    }

    private static Markup Bar(RichnessInterval interval, int top, string kind, double low, double high) => Markup.Of(
        $"""<rect class="{kind}" x="{100 * (interval.Low - low) / (high - low):F2}" y="{top}" width="{Math.Max(0.8, 100 * (interval.High - interval.Low) / (high - low)):F2}" height="4"/>""");

    private static string Text(RichnessInterval interval) =>
        string.Create(CultureInfo.InvariantCulture, $"{interval.Mean:F3} [{interval.Low:F3}, {interval.High:F3}]");
}
