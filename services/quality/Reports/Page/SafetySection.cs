using DialInsight.Datasets.Page;
using DialInsight.Quality.Leaks;

namespace DialInsight.Quality.Reports.Page;

/// <summary>What could make the data set unsafe to train or to test with: personal data that is not the dialogue's, and conversations on both sides of the split.</summary>
internal static class SafetySection
{
    /// <summary>Renders it; nothing where nothing was looked for.</summary>
    public static Markup Render(Report report) => report is { Leaks: { } leaks, Split: { } split }
        ? Markup.Of($"""
            <section><h2>{Bilingual.Both("泄漏检查与划分", "Leak scan and split")}</h2>
            <p>{(leaks.Count == 0 ? Bilingual.Both("✓ 答案中没有对话以外的个人信息。", "✓ No answer holds personal data that its dialogue does not.") : Bilingual.Both("答案中有对话以外的个人信息：", "Answers hold personal data that their dialogues do not:"))}</p>
            {Markup.When(leaks.Count > 0, () => Table(leaks))}
            <p class="legend">{Bilingual.Both("按对话划分", "Split by conversation")}: train <strong>{split.Train:N0}</strong> · validation <strong>{split.Validation:N0}</strong> · test <strong>{split.Test:N0}</strong> · {Bilingual.Both("跨划分的近似重复对话", "near duplicates across parts")} <strong>{split.NearDuplicates:N0}</strong> ({Bilingual.Both($"比较了 {split.Compared} 段对话", $"{split.Compared} conversations compared")})</p>
            {Markup.When(split.Pairs.Count > 0, () => Markup.Of($"""<details><summary>{Bilingual.Both("近似重复的对话", "Conversations that are nearly the same")}</summary><ul>{Markup.Each(split.Pairs, pair => Markup.Of($"<li><code>{pair.First}</code> ~ <code>{pair.Second}</code></li>"))}</ul></details>"""))}
            </section>
            """)
        : Markup.None;

    private static Markup Table(IReadOnlyList<LeakCount> leaks) => Markup.Of($"""
        <div {PageShell.Table}><table><tbody>{Markup.Each(leaks, leak => Markup.Of($"""<tr><th scope="row">{leak.Type}</th><td class="n">{leak.Count:N0}</td><td>{string.Join(", ", leak.Samples.Take(5))}</td></tr>"""))}</tbody></table></div>
        """);
}
