using System.Globalization;

namespace DialInsight.Quality.Reports.Page;

/// <summary>The report as one self-contained page: no script but the language switch, no font or picture from elsewhere.</summary>
internal static class ReportPage
{
    private static readonly Lazy<string> s_style = new(ReadStyle);

    /// <summary>The page. The same report gives the same bytes.</summary>
    public static string Render(Report report)
    {
        var words = new Words(report);
        Markup page = Markup.Of($"""
            <!doctype html>
            <html lang="{(report.Language == "zh" ? "zh" : "en")}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{report.Release ?? report.Recipe} · DialInsight</title>
            <style>{new Markup(s_style.Value)}</style>
            </head>
            <body>
            {Header(report)}
            <main>
            {GateSection.Render(report, words)}
            {CountsSection.Render(report, words)}
            {MeasuresSection.Render(report, words)}
            {MatrixSection.Render(report, words)}
            {CommunitiesSection.Render(report)}
            {SamplesSection.Render(report, words)}
            {OriginsSection.Render(report)}
            </main>
            </body>
            </html>

            """);
        return page.Html;
    }

    private static Markup Header(Report report) => Markup.Of($"""
        <header>
        <div class="top">
        <p class="brand">DialInsight · {Words.Both("数据集报告", "data set report")}</p>
        <p class="switch" role="group" aria-label="语言 / Language"><button type="button" lang="zh" onclick="document.documentElement.lang='zh'">中文</button><button type="button" lang="en" onclick="document.documentElement.lang='en'">English</button></p>
        </div>
        <h1>{report.Release ?? report.Recipe} {Verdict(report)}</h1>
        <p class="meta">{Facts(report)}</p>
        {Markup.When(report.IsOffline, () => Markup.Of($"""<p class="note">{Words.Both("由离线标注器标注：它按模式匹配，只用于试用平台，不是可供训练的数据。", "Labelled by the offline annotator, a pattern-based stand-in for trying the platform: not data to train on.")}</p>"""))}
        {Markup.When(report.JudgesItself && !report.IsOffline, () => Markup.Of($"""<p class="note">{Words.Both("评审模型与标注模型相同：模型容易偏爱自己的答案，高质量占比可能偏高。请在 Judge: 设置中换用另一个模型。", "The judge is the model that labelled: models favour their own answers, and the share of high may be too good. Set another model under Judge:.")}</p>"""))}
        {Markup.When(report.Judges.Count > 0, () => Markup.Of($"""<p class="note quiet">{Words.Both("评审尚未与人工标注校准。", "The judge has not been calibrated against people yet.")}</p>"""))}
        </header>
        """);

    private static Markup Verdict(Report report) => report switch
    {
        { Release: not null } => Markup.Of($"""<span class="chip pass">✓ {Words.Both("已发布", "released")}</span>"""),
        { Passed: true } => Markup.Of($"""<span class="chip pass">✓ {Words.Both("达到门槛", "passes its gate")}</span>"""),
        _ => Markup.Of($"""<span class="chip fail">✗ {Words.Both("未达门槛，未发布", "refused by its gate")}</span>"""),
    };

    private static Markup Facts(Report report)
    {
        string made = report.MadeAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return Markup.Of(
            $"""<strong>{report.Metrics?.Samples ?? 0}</strong> {Words.Both("条样本", "samples")} · {report.Domain} · {report.Language} · {made} UTC · {Words.Both("运行", "run")} <code>{report.RunId}</code>""");
    }

    private static string ReadStyle()
    {
        using Stream style = typeof(ReportPage).Assembly.GetManifestResourceStream("report.css")
            ?? throw new InvalidOperationException("The report's style is not part of the assembly.");
        using var reader = new StreamReader(style);
        return reader.ReadToEnd();
    }
}
