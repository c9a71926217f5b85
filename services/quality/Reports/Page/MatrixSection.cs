using DialInsight.Datasets.Page;

namespace DialInsight.Quality.Reports.Page;

/// <summary>Scenario × task type × format, and the sources.</summary>
internal static class MatrixSection
{
    private const int MostSources = 20;

    /// <summary>Renders it; nothing while nothing is accepted.</summary>
    public static Markup Render(Report report, Words words)
    {
        if (report.Matrix.Count == 0)
            return Markup.None;
        string[] tasks = [.. report.Matrix.Select(entry => entry.TaskType).Distinct().Order(StringComparer.Ordinal)];
        var rows = report.Matrix.GroupBy(entry => entry.Scenario).ToArray();
        int highest = rows.SelectMany(row => row.GroupBy(entry => entry.TaskType)).Max(cell => cell.Sum(entry => entry.Count));
        return Markup.Of($"""
            <section><h2>{Bilingual.Both("场景 × 任务 × 格式", "Scenario × task × format")}</h2>
            <div {PageShell.Table}><table class="matrix">
            <thead><tr><th></th>{Markup.Each(tasks, task => Markup.Of($"<th scope=\"col\">{words.Title(task)}</th>"))}<th class="n">Σ</th></tr></thead>
            <tbody>{Markup.Each(rows, row => Row(row, tasks, highest, words))}</tbody>
            </table></div>
            {Sources(report)}
            </section>
            """);
    }

    private static Markup Row(IGrouping<string, MatrixEntry> row, string[] tasks, int highest, Words words) => Markup.Of($"""
        <tr><th scope="row">{words.Title(row.Key)}</th>{Markup.Each(tasks, task => Cell([.. row.Where(entry => entry.TaskType == task)], highest, words))}<td class="n"><strong>{row.Sum(entry => entry.Count):N0}</strong></td></tr>
        """);

    private static Markup Cell(MatrixEntry[] entries, int highest, Words words)
    {
        int count = entries.Sum(entry => entry.Count);
        if (count == 0)
            return Markup.Of($"""<td class="none">·</td>""");
        var formats = entries.GroupBy(entry => entry.Format).Select(format => (Id: format.Key, Count: format.Sum(entry => entry.Count)));
        return Markup.Of($"""
            <td class="heat{Math.Min(5, 1 + (count * 4 / highest))}"><b>{count:N0}</b><small>{Markup.Each(formats, format => Markup.Of($"<span>{words.Title(format.Id)} {format.Count:N0}</span> "))}</small></td>
            """);
    }

    private static Markup Sources(Report report)
    {
        var sources = report.Matrix.Where(entry => entry.Source.Length > 0).GroupBy(entry => entry.Source)
            .Select(source => (Name: source.Key, Count: source.Sum(entry => entry.Count)))
            .OrderByDescending(source => source.Count).ThenBy(source => source.Name, StringComparer.Ordinal).ToArray();
        return sources.Length == 0
            ? Markup.None
            : Markup.Of($"""<p class="legend">{Bilingual.Both("来源", "Sources")}: {Markup.Each(sources.Take(MostSources), source => Markup.Of($"""<span class="tag">{source.Name} <b>{source.Count:N0}</b></span> """))}</p>""");
    }
}
