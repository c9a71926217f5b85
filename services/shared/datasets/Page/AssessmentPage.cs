using DialInsight.Datasets.Metrics;

namespace DialInsight.Datasets.Page;

/// <summary>What a data set's page shows.</summary>
public sealed record Assessment
{
    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>The format it is in.</summary>
    public required string Format { get; init; }

    /// <summary>The measures.</summary>
    public required DatasetMetrics Metrics { get; init; }

    /// <summary>How many rows could not be read.</summary>
    public required int Refused { get; init; }

    /// <summary>The largest communities.</summary>
    public required PerText<IReadOnlyList<CommunityExample>> Communities { get; init; }

    /// <summary>Some samples to read.</summary>
    public IReadOnlyList<SampleExcerpt> Samples { get; init; } = [];

    /// <summary>How it stands beside another data set; null where it was not compared.</summary>
    public Comparison? Comparison { get; init; }
}

/// <summary>The measures of a data set file as one self-contained page.</summary>
public static class AssessmentPage
{
    /// <summary>The page. The same assessment gives the same bytes.</summary>
    public static string Render(Assessment assessment)
    {
        DatasetMetrics metrics = assessment.Metrics;
        string language = metrics.Languages.GetValueOrDefault("zh") * 2 > metrics.Samples ? "zh" : "en";
        return PageShell.Document(language, assessment.Name, Markup.Of($"""
            <header>
            {PageShell.Top("数据集度量", "data set measures")}
            <h1>{assessment.Name}</h1>
            <p class="meta"><strong>{metrics.Samples:N0}</strong> {Bilingual.Both("条样本", "samples")} · {assessment.Format}{Markup.When(assessment.Refused > 0, () => Markup.Of($" · {Bilingual.Both($"{assessment.Refused} 行无法读取", $"{assessment.Refused} rows could not be read")}"))}</p>
            </header>
            <main>
            {MeasuresSection.Render(metrics, language)}
            {(assessment.Comparison is { } comparison ? ComparisonSection.Render(assessment.Name, comparison, language) : Markup.None)}
            {CommunitiesSection.Render(assessment.Communities, metrics.Samples, language)}
            {Markup.When(assessment.Samples.Count > 0, () => ShownSample.Section(assessment.Samples.Select(sample => sample.Shown(language))))}
            </main>
            """)).Html;
    }
}
