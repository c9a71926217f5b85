using System.Globalization;
using DialInsight.Datasets.Metrics;
using DialInsight.Datasets.Page;
using DialInsight.Quality.Calibrations;
using DialInsight.Quality.Comparisons;

namespace DialInsight.Quality.Reports.Page;

/// <summary>What changed since the recipe's release before: samples, measures, and richness at equal size.</summary>
internal static class VersionsSection
{
    /// <summary>Renders it.</summary>
    public static Markup Render(ReleaseDiff diff, Words words) => Markup.Of($"""
        <section><h2>{Bilingual.Both("与上一版本比较", "Against the version before")} <code>{diff.From}</code></h2>
        {Samples(diff, words)}
        <p class="legend"><span class="key before"></span>{diff.From} <span class="key after"></span>{This(diff)}</p>
        <div {PageShell.Table}><table>
        <thead><tr><th>{Bilingual.Both("度量", "Measure")}</th><th class="n">{Bilingual.Both("之前", "Before")}</th><th class="n">{Bilingual.Both("现在", "Now")}</th><th class="n">{Bilingual.Both("变化", "Change")}</th><th class="wide"></th></tr></thead>
        <tbody>{Markup.Each(diff.Metrics.OrderBy(change => Order(change.Key)).Where(change => Order(change.Key) < int.MaxValue), change => Row(change.Key, change.Value, words))}</tbody>
        </table></div>
        {(diff.Richness is { } richness ? EqualSizes(diff, richness, words) : Markup.None)}
        <p class="legend">{Bilingual.Both("评审与人工", "Judge against people")}: {Calibration(diff.Calibration.From)} → {Calibration(diff.Calibration.To)}</p>
        </section>
        """);

    private static Markup Samples(ReleaseDiff diff, Words words)
    {
        string description = words.One(
            $"不变 {diff.Unchanged}，改动 {diff.Changed.Count}，新增 {diff.Added.Count}，移除 {diff.Removed.Count}",
            $"{diff.Unchanged} the same, {diff.Changed.Count} changed, {diff.Added.Count} added, {diff.Removed.Count} removed");
        return Markup.Of($"""
            <p class="legend"><span class="key pending"></span>{Bilingual.Both("不变", "the same")} <strong>{diff.Unchanged:N0}</strong> <span class="key medium"></span>{Bilingual.Both("改动", "changed")} <strong>{diff.Changed.Count:N0}</strong> <span class="key accepted"></span>{Bilingual.Both("新增", "added")} <strong>{diff.Added.Count:N0}</strong> <span class="key rejected"></span>{Bilingual.Both("移除", "removed")} <strong>{diff.Removed.Count:N0}</strong></p>
            {Charts.Parts(
                [
                    ("pending", diff.Unchanged, words.One("不变", "the same")), ("medium", diff.Changed.Count, words.One("改动", "changed")),
                    ("accepted", diff.Added.Count, words.One("新增", "added")), ("rejected", diff.Removed.Count, words.One("移除", "removed")),
                ],
                description)}
            """);
    }

    private static Markup This(ReleaseDiff diff) => diff.To is { } name ? Markup.Of($"{name}") : Bilingual.Both("本次（未发布）", "this one, not released");

    private static Markup Row(string measure, MeasureChange change, Words words)
    {
        string from = Number(measure, change.From), to = Number(measure, change.To);
        double whole = IsShare(measure) ? 1 : Math.Max(Math.Max(change.From ?? 0, change.To ?? 0), 1e-9);
        return Markup.Of($"""
            <tr><th scope="row">{Words.Headline(measure)}</th><td class="n">{from}</td><td class="n">{to}</td><td class="n">{Change(measure, change)}</td><td class="wide">{Charts.Pair((change.From ?? 0) / whole, (change.To ?? 0) / whole, words.One($"{from}，现在 {to}", $"{from}, now {to}"))}</td></tr>
            """);
    }

    private static Markup EqualSizes(ReleaseDiff diff, EqualSize richness, Words words) =>
        ComparisonSection.Body(
            diff.From, new Comparison(diff.To ?? words.One("本次", "this one"), new Subsampling(richness.Size, richness.Draws), richness.From, richness.To), words.Language);

    private static Markup Calibration(CalibrationSummary? calibration) => calibration switch
    {
        null => Bilingual.Both("未校准", "not calibrated"),
        { Kappa: { } kappa } => Markup.Of($"κ {kappa:0.00;−0.00} [{calibration.Low ?? kappa:0.00;−0.00}, {calibration.High ?? kappa:0.00;−0.00}]"),
        _ => Markup.Of($"κ –"),
    };

    private static bool IsShare(string measure) => measure.Contains('.', StringComparison.Ordinal);

    private static string Number(string measure, double? value) => value is not { } number ? "–"
        : IsShare(measure) ? string.Create(CultureInfo.InvariantCulture, $"{100 * number:0.0} %") : number.ToString("#,0.#", CultureInfo.InvariantCulture);

    private static string Change(string measure, MeasureChange change) => (change.To - change.From) is not { } by ? "–"
        : IsShare(measure) ? (100 * by).ToString("+0.0;−0.0;0", CultureInfo.InvariantCulture) : by.ToString("+#,0.#;−#,0.#;0", CultureInfo.InvariantCulture);

    /// <summary>Headline first; what is told by another row (redundancy is 1 − richness) is left out.</summary>
    private static int Order(string measure) => Array.IndexOf(
        (string[])["samples", "quality.high", "quality.medium", "quality.low", "quality.unjudged", "richness.prompt", "richness.input", "richness.target", "promptComplexity", "inputComplexity"], measure) is >= 0 and var place
        ? place
        : int.MaxValue;
}
