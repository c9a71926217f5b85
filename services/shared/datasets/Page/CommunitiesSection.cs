using DialInsight.Datasets.Metrics;

namespace DialInsight.Datasets.Page;

/// <summary>What repeats: the largest communities of each text.</summary>
public static class CommunitiesSection
{
    /// <summary>Renders it.</summary>
    /// <param name="communities">The communities, largest first.</param>
    /// <param name="samples">How many samples there are, above 0.</param>
    /// <param name="spoken">The language of the samples.</param>
    public static Markup Render(PerText<IReadOnlyList<CommunityExample>> communities, int samples, string spoken) => Markup.Of($"""
        <section><h2>{Bilingual.Both("最大的相似社区", "Largest communities")}</h2>
        <p class="legend">{Bilingual.Both("余弦相似度达到阈值的文本归为一个社区；社区越大，重复越多。", "Texts whose cosine reaches the threshold are one community; the larger it is, the more repeats.")}</p>
        <div class="columns">
        {Column(Bilingual.Both("提示", "Prompts"), communities.Prompt, samples, spoken)}
        {Column(Bilingual.Both("输入", "Inputs"), communities.Input, samples, spoken)}
        {Column(Bilingual.Both("答案", "Answers"), communities.Target, samples, spoken)}
        </div></section>
        """);

    private static Markup Column(Markup title, IReadOnlyList<CommunityExample> communities, int samples, string spoken) => Markup.Of($"""
        <div><h3>{title}</h3>{Markup.Each(communities, community => Community(community, samples, spoken))}</div>
        """);

    private static Markup Community(CommunityExample community, int samples, string spoken) => Markup.Of($"""
        <details lang="{spoken}"><summary><b>{community.Size:N0}</b> <span class="share-text">{100.0 * community.Size / samples:0.#} %</span> {(community.Excerpts is [string first, ..] ? first : "")}</summary>{Markup.Each(community.Excerpts, excerpt => Markup.Of($"<p class=\"text\">{excerpt}</p>"))}</details>
        """);
}
