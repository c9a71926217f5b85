using DialInsight.Contracts;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.Datasets.Metrics;
using DialInsight.Datasets.Page;
using DialInsight.Quality.Calibrations;
using DialInsight.Quality.Comparisons;
using DialInsight.Quality.Releases;
using DialInsight.Quality.Reports;
using DialInsight.Quality.Reports.Page;
using DialInsight.Quality.Selection;
using DialInsight.Quality.Tests.Fixtures;

namespace DialInsight.Quality.Tests;

public sealed class Report_page
{
    private const string Hostile = "\"><script>alert('x')</script><img src=x onerror=alert(1)>&lt;b&gt;\u0000 </style></title>";

    [Fact]
    public void Nothing_that_a_model_or_a_person_wrote_becomes_markup()
    {
        string page = ReportPage.Render(Report(Hostile));
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        Assert.Single(page.Split("</style>")[1..]);
        Assert.Single(page.Split("</title></")[0].Split("<style>")[1..]);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
        Assert.Contains("&amp;lt;b&amp;gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public void It_needs_nothing_from_elsewhere()
    {
        string page = ReportPage.Render(Report("words"));
        Assert.DoesNotContain("http:", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("https:", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("url(", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Every_picture_has_a_text_that_says_the_same()
    {
        string page = ReportPage.Render(Report("words"));
        string[] pictures = page.Split("<svg")[1..];
        Assert.NotEmpty(pictures);
        Assert.All(pictures, picture => Assert.Contains("aria-label=\"", picture[..picture.IndexOf('>', StringComparison.Ordinal)], StringComparison.Ordinal));
        Assert.Contains("Prompt tokens: mean ", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void It_opens_in_the_recipes_language_and_holds_both(string language)
    {
        string page = ReportPage.Render(Report("words") with { Language = language });
        Assert.Contains($"<html lang=\"{language}\">", page, StringComparison.Ordinal);
        Assert.Contains("发布门槛", page, StringComparison.Ordinal);
        Assert.Contains("Release gate", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_reader_s_language_goes_before_that_of_the_samples_and_the_same_bytes_come_again()
    {
        Report report = Report("words") with { Language = "zh" };
        string page = ReportPage.Render(report, "en");
        Assert.Contains("<html lang=\"en\">", page, StringComparison.Ordinal);
        Assert.Contains("<details class=\"sample\" lang=\"zh\"", page, StringComparison.Ordinal);
        Assert.Contains("Prompt tokens: mean ", page, StringComparison.Ordinal);
        Assert.Equal(page, ReportPage.Render(report, "en"));
        Assert.Equal(ReportPage.Render(report), ReportPage.Render(report, "zh"));
    }

    [Fact]
    public void It_has_no_handlers_that_a_policy_would_have_to_allow() =>
        Assert.DoesNotMatch("<[^>]+ on[a-z]+=", ReportPage.Render(Report("words")));

    [Fact]
    public void A_data_set_without_samples_has_a_page_too()
    {
        string page = ReportPage.Render(Report("words") with { Metrics = null, Communities = null, Matrix = [], Samples = [] });
        Assert.Contains("refused by its gate", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_version_before_is_shown_with_a_text_for_every_picture()
    {
        var interval = new PerText<RichnessInterval>(new(0.5, 0.4, 0.6), new(0.5, 0.4, 0.6), new(0.9, 0.8, 1));
        Report report = Report("words");
        string page = ReportPage.Render(report with
        {
            Previous = new ReleaseDiff
            {
                From = "desk-v1 " + Hostile,
                To = "desk-v2",
                Added = new SampleChanges(2, []),
                Removed = new SampleChanges(1, []),
                Changed = new SampleChanges(3, []),
                Unchanged = 40,
                Metrics = new Dictionary<string, MeasureChange> { ["samples"] = new(44, 45), ["quality.high"] = new(0.5, 0.75), ["richness.prompt"] = new(null, 0.4) },
                Richness = new EqualSize(20, 100, interval, interval with { Prompt = new(0.8, 0.7, 0.9) }),
                Gate = [],
                Calibration = new CalibrationChange(null, new CalibrationSummary("c", "j", 10, 0.8, 0.7, 0.9)),
            },
        });
        Assert.All(
            (string[])["40 the same, 3 changed, 2 added, 1 removed", "50.0 %, now 75.0 %", "25.0</td>", "100 random parts of 20 samples", "the second is higher, intervals apart", "κ 0.80 [0.70, 0.90]", "not calibrated"],
            words => Assert.Contains(words, page, StringComparison.Ordinal));
        Assert.All(page.Split("<svg")[1..], picture => Assert.Contains("aria-label=\"", picture[..picture.IndexOf('>', StringComparison.Ordinal)], StringComparison.Ordinal));
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("filling", "still being filled")]
    [InlineData("deciding", "is about to decide")]
    [InlineData("cancelled", "was cancelled")]
    public void A_provisional_report_says_what_is_open_and_decides_nothing(string state, string words)
    {
        Report report = Report("words") with { Metrics = null, Provisional = new Provisional(Enum.Parse<ProvisionalState>(state, ignoreCase: true), 1, 2, 3) };
        string page = ReportPage.Render(report);
        Assert.All(
            (string[])[words, "1 of 2 samples accepted, 1 still wanted", "2 labels wait for a person", "3 attempts have not come to be judged", "nothing is accepted yet"],
            said => Assert.Contains(said, page, StringComparison.Ordinal));
        Assert.All((string[])["refused by its gate", "✗", "chip pass"], said => Assert.DoesNotContain(said, page, StringComparison.Ordinal));
    }

    [Fact]
    public void Why_a_label_was_not_accepted_is_read_without_opening_it()
    {
        Report report = Report("words");
        string page = ReportPage.Render(report with { Rejected = [report.Rejected[0] with { DecidedBy = "anna", Reasons = ["the price is made up"] }] });
        string[] lines = [.. page.Split("<summary>")[1..].Select(line => line.Split("</summary>")[0])];
        Assert.Single(lines, line => line.Contains("<b>anna</b>: the price is made up", StringComparison.Ordinal));
    }

    [Fact]
    public void A_judge_of_its_own_labels_is_warned_of() =>
        Assert.Contains("models favour their own answers", ReportPage.Render(Report("words") with { Labellers = ["m"], Judges = ["m"] }), StringComparison.Ordinal);

    private static Report Report(string words)
    {
        var collector = new MetricsCollector();
        collector.Add("Prompt " + words, "Dialogue " + words, "Answer " + words, 3);
        var quality = new LabelQuality(1, 0, 1, 0, 0);
        DatasetMetrics metrics = collector.Measure(quality, TestContext.Current.CancellationToken).Metrics;
        var sample = new SampleToRead
        {
            Id = words,
            CellId = $"{words}/{words}",
            Instruction = words,
            Dialogue = words,
            Answer = words,
            Level = QualityLevel.High,
            DecidedBy = words,
            Reasons = [words],
        };
        IReadOnlyList<CommunityExample> examples = [new CommunityExample(1, [words])];
        return new Report
        {
            RunId = words,
            Recipe = words,
            Domain = words,
            Language = "en",
            Seed = 1,
            MadeAt = Some.Time,
            Cells = [new CellCounts { CellId = words, Scenario = words, TaskType = words, Target = 2, Accepted = 1, Rejected = 1, Failed = 0, Pending = 0, DryReason = words }],
            Quality = quality,
            Metrics = metrics,
            Gate = [new GateResult("fill", 1, 0.5, false, words), new GateResult("high", null, 0.5, true, "")],
            Matrix = [new MatrixEntry(words, words, words, words, 1)],
            Communities = new PerText<IReadOnlyList<CommunityExample>>(examples, examples, examples),
            Selection = new SelectionSummary(1, 0.9, words, 2, 1, 1, 0, 0)
            {
                Cells = [new SelectedCell(words, 2, 1)],
                Examples = [new LeftOut { Place = 0, SampleId = words, CellId = words, Reason = LeftOutReason.TooSimilar, SimilarTo = words, Cosine = 0.95 }],
            },
            RejectedFor = [new ReasonCount(words, 1)],
            Rejected = [sample with { Level = null }],
            Samples = [sample],
            Labellers = [words],
            Judges = ["judge"],
            TemplateParts = [words],
            Spend = [new ModelSpend(words, words, 1, 2, 3, 0.5m)],
            Titles = new Dictionary<string, IReadOnlyDictionary<string, string>> { [words] = new Dictionary<string, string> { ["en"] = words } },
        };
    }
}
