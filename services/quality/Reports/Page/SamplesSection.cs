using System.Text.Json;
using DialInsight.Datasets.Page;
using DialInsight.Quality.Exports;

namespace DialInsight.Quality.Reports.Page;

/// <summary>Samples to read: some that were accepted, some that were not, and why.</summary>
internal static class SamplesSection
{
    /// <summary>Renders it.</summary>
    public static Markup Render(Report report, Words words) => Markup.Of($"""
        {Markup.When(report.Samples.Count > 0, () => Markup.Of($"""
            <section><h2>{Bilingual.Both("样本选读", "Samples to read")}</h2>
            {Markup.Each(report.Samples.Select((sample, index) => (sample, index)), item => Sample(item.sample, words, open: item.index == 0))}</section>
            """))}
        {Markup.When(report.RejectedFor.Count > 0, () => Markup.Of($"""
            <section><h2>{Bilingual.Both("未接受的标注", "Labels not accepted")}</h2>
            {Reasons(report, words)}
            {Markup.Each(report.Rejected, sample => Sample(sample, words, open: false))}</section>
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

    private static Markup Sample(SampleToRead sample, Words words, bool open) => Markup.Of($"""
        <details class="sample"{new Markup(open ? " open" : "")}><summary>{Level(sample)} <b>{words.Cell(sample.CellId)}</b> <span class="soft">{Excerpt.Of(sample.Instruction, 110)}</span></summary>
        <div class="reading">
        <div><h4>{Bilingual.Both("指令", "Instruction")}</h4><p class="text">{sample.Instruction}</p>
        <h4>{Bilingual.Both("答案", "Answer")}</h4><p class="text answer">{Readable(sample.Answer)}</p>
        {Markup.When(sample.Reasons.Count > 0, () => Markup.Of($"""<h4>{Bilingual.Both("依据", "Grounds")} · {sample.DecidedBy}</h4><ul>{Markup.Each(sample.Reasons, reason => Markup.Of($"<li>{reason}</li>"))}</ul>"""))}
        <p class="id">{sample.Id}</p></div>
        <div><h4>{Bilingual.Both("对话", "Dialogue")}</h4><p class="text dialogue">{sample.Dialogue}</p></div>
        </div></details>
        """);

    /// <summary>An object is easier read with a field a line.</summary>
    private static string Readable(string answer)
    {
        if (!answer.StartsWith('{'))
            return answer;
        try
        {
            return JsonSerializer.Serialize(JsonSerializer.Deserialize<JsonElement>(answer), ExportJson.Values);
        }
        catch (JsonException)
        {
            return answer;
        }
    }

    private static Markup Level(SampleToRead sample) => sample.Level switch
    {
        Contracts.PromptAssembly.QualityLevel.High => Markup.Of($"""<span class="chip high">{Bilingual.Both("高", "high")}</span>"""),
        Contracts.PromptAssembly.QualityLevel.Medium => Markup.Of($"""<span class="chip medium">{Bilingual.Both("中", "medium")}</span>"""),
        Contracts.PromptAssembly.QualityLevel.Low => Markup.Of($"""<span class="chip low">{Bilingual.Both("低", "low")}</span>"""),
        _ => Markup.Of($"""<span class="chip">{Bilingual.Both("未定", "open")}</span>"""),
    };
}
