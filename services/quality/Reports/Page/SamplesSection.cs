using DialInsight.Datasets.Page;

namespace DialInsight.Quality.Reports.Page;

/// <summary>Samples to read: some that were accepted, some that were not, and why.</summary>
internal static class SamplesSection
{
    private const int LongestReason = 220;

    /// <summary>Renders it.</summary>
    public static Markup Render(Report report, Words words) => Markup.Of($"""
        {Markup.When(report.Samples.Count > 0, () => ShownSample.Section(report.Samples.Select(sample => Shown(sample, words))))}
        {Markup.When(report.RejectedFor.Count > 0, () => Markup.Of($"""
            <section><h2>{Bilingual.Both("未接受的标注", "Labels not accepted")}</h2>
            {Reasons(report, words)}
            {Markup.Each(report.Rejected, sample => (Shown(sample, words) with { Why = Why(sample) }).Render(open: false))}</section>
            """))}
        """);

    private static Markup Reasons(Report report, Words words)
    {
        double most = report.RejectedFor.Max(reason => reason.Count);
        return Markup.Of($"""
            <table class="reasons">{Markup.Each(report.RejectedFor, reason => Markup.Of($"""
            <tr><th scope="row">{Words.Reason(reason.Reason)}</th><td class="n">{reason.Count:N0}</td><td class="wide">{Charts.Parts([("rejected", reason.Count, ""), ("blank", (long)most - reason.Count, "")], words.One($"{reason.Count} 条", $"{reason.Count} labels"))}</td></tr>
            """))}</table>
            """);
    }

    /// <summary>Who did not accept it, and why: on paper nobody can open it to see.</summary>
    private static Markup Why(SampleToRead sample) => Markup.When(
        sample.Reasons.Count > 0, () => Markup.Of($"""<span class="why"><b>{sample.DecidedBy}</b>: {Excerpt.Of(string.Join("; ", sample.Reasons), LongestReason)}</span>"""));

    private static ShownSample Shown(SampleToRead sample, Words words) => new()
    {
        Language = words.Spoken,
        Mark = Markup.Of($"{Level(sample)} <b>{words.Cell(sample.CellId)}</b>"),
        Asked = new NamedText(Bilingual.Both("指令", "Instruction"), sample.Instruction),
        About = new NamedText(Bilingual.Both("对话", "Dialogue"), sample.Dialogue),
        Answer = sample.Answer,
        Grounds = Markup.When(sample.Reasons.Count > 0, () => Markup.Of($"""<h4>{Bilingual.Both("依据", "Grounds")} · {sample.DecidedBy}</h4><ul>{Markup.Each(sample.Reasons, reason => Markup.Of($"<li>{reason}</li>"))}</ul>""")),
        Id = sample.Id,
    };

    private static Markup Level(SampleToRead sample) => sample.Level switch
    {
        Contracts.PromptAssembly.QualityLevel.High => Markup.Of($"""<span class="chip high">{Bilingual.Both("高", "high")}</span>"""),
        Contracts.PromptAssembly.QualityLevel.Medium => Markup.Of($"""<span class="chip medium">{Bilingual.Both("中", "medium")}</span>"""),
        Contracts.PromptAssembly.QualityLevel.Low => Markup.Of($"""<span class="chip low">{Bilingual.Both("低", "low")}</span>"""),
        _ => Markup.Of($"""<span class="chip">{Bilingual.Both("未定", "open")}</span>"""),
    };
}
