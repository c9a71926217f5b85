using System.Globalization;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.Datasets.Page;
using DialInsight.Quality.Calibrations;

namespace DialInsight.Quality.Reports.Page;

/// <summary>The judge against people: the confusion matrix, κ with its interval, and the drift since the calibration before.</summary>
internal static class CalibrationSection
{
    /// <summary>Renders it.</summary>
    public static Markup Render(Report report, CalibrationStanding calibration) => Markup.Of($"""
        <section><h2>{Bilingual.Both("评审与人工", "Judge against people")}</h2>
        <p class="legend">{Bilingual.Both("人工对随机抽取的标注盲评", "People rated labels drawn at random, without knowing what the judge said")} · <code>{calibration.Judge}</code> · {calibration.At.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} · {Bilingual.Both("校准", "calibration")} <code>{calibration.Id}</code>{Elsewhere(report, calibration)}</p>
        <div class="agreement">
        <div><p class="value">κ {Number(calibration.Agreement.Kappa)}</p><p class="legend">{Bilingual.Both("95 % 区间", "95 % interval")} {Number(calibration.Agreement.Low)} – {Number(calibration.Agreement.High)}<br>{Bilingual.Both("一致", "agreed")} {100 * calibration.Agreement.Observed:0.#} % · {calibration.Agreement.Samples:N0} {Bilingual.Both("条", "labels")}</p>{Markup.When(calibration.Matrix.IsOneSided, () => Markup.Of($"""<p class="legend">{Bilingual.Both("有一方只给出一个等级，κ 此时不说明问题；请看一致率和下表。", "One side gave a single level: κ tells nothing then. Look at the share that agreed, and at the table.")}</p>"""))}{Drift(calibration.Drift)}</div>
        <div {PageShell.Table}><table class="matrix"><thead><tr><th>{Bilingual.Both("人工 ↓ 评审 →", "people ↓ judge →")}</th>{Markup.Each(calibration.Matrix.Levels, level => Markup.Of($"<th scope=\"col\">{Level(level)}</th>"))}</tr></thead>
        <tbody>{Markup.Each(calibration.Matrix.Levels.Zip(calibration.Matrix.Counts), row => Row(row.First, row.Second, calibration))}</tbody></table></div>
        </div></section>
        """);

    private static Markup Row(QualityLevel level, IReadOnlyList<int> counts, CalibrationStanding calibration)
    {
        int most = Math.Max(1, calibration.Matrix.Counts.Max(row => row.Max()));
        return Markup.Of(
            $"""<tr><th scope="row">{Level(level)}</th>{Markup.Each(counts, count => Markup.Of($"""<td class="{(count == 0 ? "none" : $"heat{1 + (count * 4 / most)}")}"><b>{count:N0}</b></td>"""))}</tr>""");
    }

    private static Markup Elsewhere(Report report, CalibrationStanding calibration) => Markup.When(
        calibration.RunId != report.RunId, () => Markup.Of($" · {Bilingual.Both("取自运行", "of run")} <code>{calibration.RunId}</code>"));

    private static Markup Drift(CalibrationDrift? drift)
    {
        if (drift is null)
            return Markup.None;
        Markup change = Markup.Of($"{Bilingual.Both("较上次", "since the one before")} {(drift.Change is { } by ? by.ToString("+0.00;−0.00;0.00", CultureInfo.InvariantCulture) : "–")}");
        return drift.Drifted
            ? Markup.Of($"""<p class="note">{change}: {Bilingual.Both("变化超出偶然，请检查评审。", "more than chance gives: look at the judge.")}</p>""")
            : Markup.Of($"""<p class="legend">{change} · {Bilingual.Both("在偶然范围内", "within chance")}</p>""");
    }

    private static Markup Level(QualityLevel level) => level switch
    {
        QualityLevel.High => Bilingual.Both("高", "high"),
        QualityLevel.Medium => Bilingual.Both("中", "medium"),
        _ => Bilingual.Both("低", "low"),
    };

    private static string Number(double? value) => value?.ToString("0.00;−0.00", CultureInfo.InvariantCulture) ?? "–";
}
