using System.Globalization;
using DialInsight.Datasets.Page;

namespace DialInsight.Quality.Reports.Page;

/// <summary>The report as one self-contained page: no script, no font or picture from elsewhere.</summary>
internal static class ReportPage
{
    /// <summary>The page. The same report in the same language gives the same bytes.</summary>
    /// <param name="report">The report.</param>
    /// <param name="language"><c>zh</c> or <c>en</c>: what the page opens in; null is the language of its samples. It holds both.</param>
    public static string Render(Report report, string? language = null)
    {
        var words = new Words(report, language ?? report.Language);
        return PageShell.Document(words.Language, report.Release ?? report.Recipe, Markup.Of($"""
            {Header(report)}
            <main>
            {GateSection.Render(report, words)}
            {(report.Previous is { } previous ? VersionsSection.Render(previous, words) : Markup.None)}
            {CountsSection.Render(report, words)}
            {(report.Selection is { } selection ? SelectionSection.Render(selection, words) : Markup.None)}
            {(report.Calibration is { } calibration ? CalibrationSection.Render(report, calibration) : Markup.None)}
            {Measures(report, words)}
            {MatrixSection.Render(report, words)}
            {Communities(report)}
            {SamplesSection.Render(report, words)}
            {SafetySection.Render(report)}
            {OriginsSection.Render(report)}
            </main>
            """)).Html;
    }

    private static Markup Measures(Report report, Words words) => report.Metrics is { } metrics ? MeasuresSection.Render(metrics, words.Language) : Markup.None;

    private static Markup Communities(Report report) => report is { Communities: { } communities, Metrics: { } metrics }
        ? CommunitiesSection.Render(communities, metrics.Samples, report.Language)
        : Markup.None;

    private static Markup Header(Report report) => Markup.Of($"""
        <header>
        {PageShell.Top("数据集报告", "data set report")}
        <h1>{report.Release ?? report.Recipe} {Verdict(report)}</h1>
        <p class="meta">{Facts(report)}</p>
        {(report.Provisional is { } open ? Open(report, open) : Markup.None)}
        {Markup.When(report.IsOffline, () => Markup.Of($"""<p class="note">{Bilingual.Both("由离线标注器标注：它按模式匹配，只用于试用平台，不是可供训练的数据。", "Labelled by the offline annotator, a pattern-based stand-in for trying the platform: not data to train on.")}</p>"""))}
        {Markup.When(report.JudgesItself && !report.IsOffline, () => Markup.Of($"""<p class="note">{Bilingual.Both("评审模型与标注模型相同：模型容易偏爱自己的答案，高质量占比可能偏高。请在 Judge: 设置中换用另一个模型。", "The judge is the model that labelled: models favour their own answers, and the share of high may be too good. Set another model under Judge:.")}</p>"""))}
        {Markup.When(report.Judges.Count > 0 && report.Calibration is null, () => Markup.Of($"""<p class="note quiet">{Bilingual.Both("评审尚未与人工标注校准。", "The judge has not been calibrated against people yet.")}</p>"""))}
        </header>
        """);

    /// <summary>What a provisional report does not know yet.</summary>
    private static Markup Open(Report report, Provisional open)
    {
        int accepted = report.Cells.Sum(cell => cell.Accepted), target = report.Cells.Sum(cell => cell.Target);
        Markup state = open.State switch
        {
            ProvisionalState.Filling => Bilingual.Both("运行仍在进行：以下是到目前为止的情况，会继续变化；完成后才由门槛决定。", "The run is still being filled: this is how it stands so far, and it will change; the gate decides when it has completed."),
            ProvisionalState.Deciding => Bilingual.Both("运行已完成，门槛即将决定；以下数字可能还会变化。", "The run has completed and its gate is about to decide; the figures may still change."),
            _ => Bilingual.Both("运行已取消：这是当时已有的样本，不会再有别的报告，也不会发布。", "The run was cancelled: this is what it had by then. There will be no other report, and no release."),
        };
        return Markup.Of($"""
            <div class="note"><strong>{Bilingual.Both("临时报告", "Provisional report")}.</strong> {state}
            <ul><li>{Bilingual.Both($"已接受 {accepted:N0} / {target:N0} 条样本，还差 {open.Wanted:N0} 条", $"{accepted:N0} of {target:N0} samples accepted, {open.Wanted:N0} still wanted")}</li>
            {Markup.When(open.InReview > 0, () => Markup.Of($"<li>{Bilingual.Both($"{open.InReview:N0} 条标注待人工复核", $"{open.InReview:N0} labels wait for a person")}</li>"))}
            {Markup.When(open.OnTheWay > 0, () => Markup.Of($"<li>{Bilingual.Both($"{open.OnTheWay:N0} 次尝试尚未评判", $"{open.OnTheWay:N0} attempts have not come to be judged")}</li>"))}
            {Markup.When(report.Metrics is null, () => Markup.Of($"<li>{Bilingual.Both("还没有接受的样本，因此没有度量", "nothing is accepted yet, so nothing is measured")}</li>"))}
            </ul></div>
            """);
    }

    private static Markup Verdict(Report report) => report switch
    {
        { Provisional: not null } => Markup.Of($"""<span class="chip">{Bilingual.Both("临时", "provisional")}</span>"""),
        { Release: not null } => Markup.Of($"""<span class="chip pass">✓ {Bilingual.Both("已发布", "released")}</span>"""),
        { Passed: true } => Markup.Of($"""<span class="chip pass">✓ {Bilingual.Both("达到门槛", "passes its gate")}</span>"""),
        _ => Markup.Of($"""<span class="chip fail">✗ {Bilingual.Both("未达门槛，未发布", "refused by its gate")}</span>"""),
    };

    private static Markup Facts(Report report)
    {
        string made = report.MadeAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return Markup.Of(
            $"""<strong>{report.Metrics?.Samples ?? 0}</strong> {Bilingual.Both("条样本", "samples")} · {report.Domain} · {report.Language} · {made} UTC · {Bilingual.Both("运行", "run")} <code>{report.RunId}</code>""");
    }
}
