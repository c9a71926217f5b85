using DialInsight.Datasets.Page;
using DialInsight.Quality.Releases;

namespace DialInsight.Quality.Reports.Page;

/// <summary>What became of the attempts, cell by cell, and the levels of all labels.</summary>
internal static class CountsSection
{
    /// <summary>Renders it.</summary>
    public static Markup Render(Report report, Words words) => Markup.Of($"""
        <section><h2>{Bilingual.Both("数量", "Counts")}</h2>
        <p class="legend"><span class="key accepted"></span>{Bilingual.Both("接受", "accepted")} <span class="key rejected"></span>{Bilingual.Both("拒绝", "rejected")} <span class="key failed"></span>{Bilingual.Both("失败", "failed")} <span class="key pending"></span>{Bilingual.Both("待定", "pending")}</p>
        <div {PageShell.Table}><table class="counts">
        <thead><tr><th>{Bilingual.Both("单元格", "Cell")}</th><th class="n">{Bilingual.Both("目标", "Target")}</th><th class="n">{Bilingual.Both("请求", "Requested")}</th><th class="n">{Bilingual.Both("接受", "Accepted")}</th><th class="n">{Bilingual.Both("拒绝", "Rejected")}</th><th class="n">{Bilingual.Both("失败", "Failed")}</th><th class="n">{Bilingual.Both("待定", "Pending")}</th><th class="wide"></th></tr></thead>
        <tbody>{Markup.Each(report.Cells, cell => Row(cell, words))}</tbody>
        <tfoot>{Total(report.Cells, words)}</tfoot>
        </table></div>
        {Levels(report, words)}
        </section>
        """);

    private static Markup Row(CellCounts cell, Words words) => Markup.Of($"""
        <tr><th scope="row">{words.Cell(cell.CellId)}{Markup.When(cell.DryReason is not null, () => Markup.Of($"<small>{cell.DryReason}</small>"))}</th>{Numbers(cell.Target, cell.Requested, cell.Accepted, cell.Rejected, cell.Failed, cell.Pending)}<td class="wide">{Bar(cell.Accepted, cell.Rejected, cell.Failed, cell.Pending, words)}</td></tr>
        """);

    private static Markup Total(IReadOnlyList<CellCounts> cells, Words words)
    {
        int accepted = cells.Sum(cell => cell.Accepted);
        int rejected = cells.Sum(cell => cell.Rejected);
        int failed = cells.Sum(cell => cell.Failed);
        int pending = cells.Sum(cell => cell.Pending);
        Markup numbers = Numbers(cells.Sum(cell => cell.Target), cells.Sum(cell => cell.Requested), accepted, rejected, failed, pending);
        return Markup.Of(
            $"""<tr><th scope="row">{Bilingual.Both("合计", "Total")}</th>{numbers}<td class="wide">{Bar(accepted, rejected, failed, pending, words)}</td></tr>""");
    }

    private static Markup Numbers(params int[] numbers) => Markup.Each(numbers, number => Markup.Of($"""<td class="n">{number:N0}</td>"""));

    private static Markup Bar(int accepted, int rejected, int failed, int pending, Words words) => Charts.Parts(
        [
            ("accepted", accepted, words.One("接受", "accepted")), ("rejected", rejected, words.One("拒绝", "rejected")),
            ("failed", failed, words.One("失败", "failed")), ("pending", pending, words.One("待定", "pending")),
        ],
        words.One($"接受 {accepted}，拒绝 {rejected}，失败 {failed}，待定 {pending}", $"accepted {accepted}, rejected {rejected}, failed {failed}, pending {pending}"));

    private static Markup Levels(Report report, Words words)
    {
        var quality = report.Quality;
        string description = words.One(
            $"高 {quality.High}，中 {quality.Medium}，低 {quality.Low}", $"high {quality.High}, medium {quality.Medium}, low {quality.Low}");
        return Markup.Of($"""
            <h3>{Bilingual.Both("标注质量", "Label quality")}</h3>
            <p class="legend"><span class="key high"></span>{Bilingual.Both("高", "high")} {100 * quality.ShareHigh:0.#} % <span class="key medium"></span>{Bilingual.Both("中", "medium")} {100 * quality.ShareMedium:0.#} % <span class="key low"></span>{Bilingual.Both("低", "low")} {100 * quality.ShareLow:0.#} % · {Bilingual.Both("已评判", "judged")} {quality.Judged:N0} · {Bilingual.Both("未能评判", "unjudged")} {quality.Unjudged:N0} · {Bilingual.Both("待复核", "in review")} {quality.InReview:N0} · {Bilingual.Both("人工复核", "by people")} {report.Reviewed:N0}</p>
            {Charts.Parts([("high", quality.High, words.One("高", "high")), ("medium", quality.Medium, words.One("中", "medium")), ("low", quality.Low, words.One("低", "low"))], description)}
            """);
    }
}
