using DialInsight.Datasets.Page;

namespace DialInsight.Quality.Reports.Page;

/// <summary>What the data set was made with, and what that used.</summary>
internal static class OriginsSection
{
    /// <summary>Renders it.</summary>
    public static Markup Render(Report report) => Markup.Of($"""
        <section class="origins"><h2>{Bilingual.Both("来历与用量", "Origins and spend")}</h2>
        <dl>
        <dt>{Bilingual.Both("配方", "Recipe")}</dt><dd>{report.Recipe}</dd>
        <dt>{Bilingual.Both("领域包", "Domain pack")}</dt><dd>{report.Domain}</dd>
        <dt>{Bilingual.Both("标注模型", "Labelled by")}</dt><dd>{string.Join(", ", report.Labellers)}</dd>
        <dt>{Bilingual.Both("评审模型", "Judged by")}</dt><dd>{string.Join(", ", report.Judges)}</dd>
        <dt>{Bilingual.Both("随机种子", "Seed")}</dt><dd>{report.Seed}</dd>
        <dt>{Bilingual.Both("模板部件", "Template parts")}</dt><dd>{string.Join(", ", report.TemplateParts)}</dd>
        </dl>
        {Markup.When(report.Spend.Count > 0, () => Spend(report))}
        </section>
        """);

    private static Markup Spend(Report report) => Markup.Of($"""
        <div {PageShell.Table}><table>
        <thead><tr><th>{Bilingual.Both("用途", "Purpose")}</th><th>{Bilingual.Both("模型", "Model")}</th><th class="n">{Bilingual.Both("调用", "Calls")}</th><th class="n">{Bilingual.Both("输入词元", "Input tokens")}</th><th class="n">{Bilingual.Both("输出词元", "Output tokens")}</th><th class="n">{Bilingual.Both("费用", "Cost")}</th></tr></thead>
        <tbody>{Markup.Each(report.Spend, line => Markup.Of($"""<tr><th scope="row">{line.Purpose}</th><td>{line.Model}</td><td class="n">{line.Calls:N0}</td><td class="n">{line.InputTokens:N0}</td><td class="n">{line.OutputTokens:N0}</td><td class="n">{line.Cost:0.####}</td></tr>"""))}</tbody>
        <tfoot><tr><th scope="row">{Bilingual.Both("合计", "Total")}</th><td></td><td class="n">{report.Spend.Sum(line => line.Calls):N0}</td><td class="n">{report.Spend.Sum(line => line.InputTokens):N0}</td><td class="n">{report.Spend.Sum(line => line.OutputTokens):N0}</td><td class="n">{report.Spend.Sum(line => line.Cost):0.####}</td></tr></tfoot>
        </table></div>
        """);
}
