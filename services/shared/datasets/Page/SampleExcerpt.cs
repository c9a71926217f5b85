using DialInsight.Datasets.Rows;

namespace DialInsight.Datasets.Page;

/// <summary>A row of a data set to be read, its texts cut where they are very long.</summary>
/// <param name="Row">Which row of the file, from 1.</param>
/// <param name="Prompt">What is asked.</param>
/// <param name="Input">What it is asked about; empty where there is nothing.</param>
/// <param name="Target">The answer to learn.</param>
public sealed record SampleExcerpt(int Row, string Prompt, string Input, string Target)
{
    /// <summary>The excerpt of a row.</summary>
    /// <param name="number">Which row of the file, from 1.</param>
    /// <param name="row">The row.</param>
    public static SampleExcerpt Of(int number, DatasetRow row) => new(number, Cut(row.Prompt), Cut(row.Input), Cut(row.Target));

    /// <summary>As pages show it.</summary>
    /// <param name="language">The language of the data set.</param>
    internal ShownSample Shown(string language) => new()
    {
        Language = language,
        Mark = Bilingual.Both($"第 {Row:N0} 行", $"row {Row:N0}"),
        Asked = new NamedText(Bilingual.Both("提示", "Prompt"), Prompt),
        About = new NamedText(Bilingual.Both("输入", "Input"), Input),
        Answer = Target,
    };

    private static string Cut(string text) => Excerpt.Of(text, ShownSample.LongestText);
}
