using DialInsight.Datasets.Page;
using DialInsight.Quality.Judging;
using DialInsight.Quality.Selection;

namespace DialInsight.Quality.Reports.Page;

/// <summary>What was selected of the accepted samples, by what, and what was left out.</summary>
internal static class SelectionSection
{
    /// <summary>Renders it.</summary>
    public static Markup Render(SelectionSummary selection, Words words) => Markup.Of($"""
        <section><h2>{Bilingual.Both("样本选择", "Selection")}</h2>
        <p><strong>{selection.Chosen:N0}</strong> / {selection.Accepted:N0} {Bilingual.Both("条已接受的样本入选", "accepted samples were chosen")}: {Bilingual.Both(
            $"按评审给出的复杂度 × 质量从高到低，最多 {selection.Most:N0} 条，任意两条的余弦不超过 {selection.Similarity}", $"by complexity × quality as the judge scored them, the highest first, at most {selection.Most:N0}, no two with a cosine above {selection.Similarity}")} (<code>{selection.Encoder}</code>).</p>
        <p class="legend"><span class="key accepted"></span>{Bilingual.Both("入选", "chosen")} <strong>{selection.Chosen:N0}</strong> <span class="key medium"></span>{Bilingual.Both("与入选样本过于相似", "too similar to a chosen one")} <strong>{selection.TooSimilar:N0}</strong> <span class="key pending"></span>{Bilingual.Both("名次在上限之后", "beyond the number wanted")} <strong>{selection.Beyond:N0}</strong></p>
        {Bar(selection, words)}
        {Markup.When(selection.Unscored > 0, () => Markup.Of($"""<p class="note quiet">{Bilingual.Both($"{selection.Unscored:N0} 条由人工接受、评审没有打分，排在最后。", $"{selection.Unscored:N0} were accepted by people and never scored by the judge: they rank last.")}</p>"""))}
        <div {PageShell.Table}><table>
        <thead><tr><th>{Bilingual.Both("单元格", "Cell")}</th><th class="n">{Bilingual.Both("接受", "Accepted")}</th><th class="n">{Bilingual.Both("入选", "Chosen")}</th><th class="wide"></th></tr></thead>
        <tbody>{Markup.Each(selection.Cells, cell => Row(cell, words))}</tbody>
        </table></div>
        <p class="legend">{Bilingual.Both("平均得分（1–6）", "Mean scores, 1 to 6")}: {Bilingual.Both("复杂度", "complexity")} {Number(selection.AcceptedScores?.Complexity)} → <strong>{Number(selection.ChosenScores?.Complexity)}</strong> · {Bilingual.Both("质量", "quality")} {Number(selection.AcceptedScores?.Quality)} → <strong>{Number(selection.ChosenScores?.Quality)}</strong> ({Bilingual.Both("全部已接受 → 入选", "all accepted → chosen")})</p>
        {Markup.When(selection.Examples.Count > 0, () => LeftOut(selection.Examples))}
        </section>
        """);

    private static Markup Bar(SelectionSummary selection, Words words) => Charts.Parts(
        [
            ("accepted", selection.Chosen, words.One("入选", "chosen")), ("medium", selection.TooSimilar, words.One("过于相似", "too similar")),
            ("pending", selection.Beyond, words.One("上限之后", "beyond the number wanted")),
        ],
        words.One($"入选 {selection.Chosen}，过于相似 {selection.TooSimilar}，上限之后 {selection.Beyond}", $"{selection.Chosen} chosen, {selection.TooSimilar} too similar, {selection.Beyond} beyond the number wanted"));

    private static Markup Row(SelectedCell cell, Words words) => Markup.Of($"""
        <tr><th scope="row">{words.Cell(cell.CellId)}</th><td class="n">{cell.Accepted:N0}</td><td class="n">{cell.Chosen:N0}</td><td class="wide">{Charts.Parts([("accepted", cell.Chosen, words.One("入选", "chosen")), ("blank", cell.Accepted - cell.Chosen, words.One("未入选", "left out"))], words.One($"{cell.Accepted} 条中入选 {cell.Chosen} 条", $"{cell.Chosen} of {cell.Accepted} chosen"))}</td></tr>
        """);

    private static Markup LeftOut(IReadOnlyList<LeftOut> examples) => Markup.Of($"""
        <details><summary>{Bilingual.Both("未入选的样本（举例）", "Left out, for example")}</summary>
        <div {PageShell.Table}><table>
        <thead><tr><th>{Bilingual.Both("样本", "Sample")}</th><th class="n">{Bilingual.Both("复杂度 × 质量", "Complexity × quality")}</th><th>{Bilingual.Both("原因", "Why")}</th></tr></thead>
        <tbody>{Markup.Each(examples, left => Markup.Of($"""<tr><td><code>{left.SampleId}</code></td><td class="n">{Scores(left.Scores)}</td><td>{Reason(left)}</td></tr>"""))}</tbody>
        </table></div></details>
        """);

    private static Markup Reason(LeftOut left) => left.Reason == LeftOutReason.TooSimilar
        ? Markup.Of($"cos {left.Cosine ?? 0:0.000} ~ <code>{left.SimilarTo}</code>")
        : Bilingual.Both("名次在上限之后", "beyond the number wanted");

    private static string Scores(SampleScores? scores) => scores is null ? "–" : $"{Number(scores.Complexity)} × {Number(scores.Quality)}";

    private static string Number(double? value) => value?.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture) ?? "–";
}
