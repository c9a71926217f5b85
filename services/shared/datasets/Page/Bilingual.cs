namespace DialInsight.Datasets.Page;

/// <summary>A page's own words, in both languages at once; the page shows one, and links switch it.</summary>
public static class Bilingual
{
    /// <summary>The words in both languages.</summary>
    public static Markup Both(string chinese, string english) =>
        Markup.Of($"""<span class="zh" lang="zh">{chinese}</span><span class="en" lang="en">{english}</span>""");

    /// <summary>The words in one language, for places that hold plain text.</summary>
    /// <param name="language"><c>zh</c> for Chinese; anything else is English.</param>
    /// <param name="chinese">In Chinese.</param>
    /// <param name="english">In English.</param>
    public static string One(string language, string chinese, string english) => language == "zh" ? chinese : english;
}
