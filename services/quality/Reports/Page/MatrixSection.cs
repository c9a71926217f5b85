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
        string[] formats = [.. report.Matrix.Select(entry => entry.Format).Distinct().Order(StringComparer.Ordinal)];
        var rows = report.Matrix.GroupBy(entry => (entry.Scenario, entry.TaskType)).ToArray();
        int highest = rows.SelectMany(row => row.GroupBy(entry => entry.Format)).Max(cell => cell.Sum(entry => entry.Count));
        return Markup.Of($"""
            <section><h2>{Words.Both("场景 × 任务 × 格式", "Scenario × task × format")}</h2>
            <div class="scroll"><table class="matrix">
            <thead><tr><th>{Words.Both("场景", "Scenario")}</th><th>{Words.Both("任务", "Task")}</th>{Markup.Each(formats, format => Markup.Of($"""<th class="n">{format}</th>"""))}<th class="n">Σ</th></tr></thead>
            <tbody>{Markup.Each(rows, row => Markup.Of($"<tr><th scope=\"row\">{words.Title(row.Key.Scenario)}</th><th scope=\"row\">{words.Title(row.Key.TaskType)}</th>{Markup.Each(formats, format => Cell(row.Where(entry => entry.Format == format).Sum(entry => entry.Count), highest))}<td class=\"n\"><strong>{row.Sum(entry => entry.Count):N0}</strong></td></tr>"))}</tbody>
            </table></div>
            {Sources(report)}
            </section>
            """);
    }

    private static Markup Cell(int count, int highest)
    {
        if (count == 0)
            return Markup.Of($"""<td class="n none">·</td>""");
        int heat = 1 + (count * 4 / Math.Max(1, highest));
        return Markup.Of($"""<td class="n heat{Math.Min(heat, 5)}">{count:N0}</td>""");
    }

    private static Markup Sources(Report report)
    {
        var sources = report.Matrix.Where(entry => entry.Source.Length > 0).GroupBy(entry => entry.Source)
            .Select(source => (Name: source.Key, Count: source.Sum(entry => entry.Count)))
            .OrderByDescending(source => source.Count).ThenBy(source => source.Name, StringComparer.Ordinal).ToArray();
        return sources.Length == 0
            ? Markup.None
            : Markup.Of($"""<p class="legend">{Words.Both("来源", "Sources")}: {Markup.Each(sources.Take(MostSources), source => Markup.Of($"""<span class="tag">{source.Name} <b>{source.Count:N0}</b></span> """))}</p>""");
    }
}
