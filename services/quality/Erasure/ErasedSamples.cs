using DialInsight.Datasets.Page;
using DialInsight.DomainPacks.Packs;
using DialInsight.Quality.Judging;
using DialInsight.Quality.Reports;

namespace DialInsight.Quality.Erasure;

/// <summary>The samples of one transcript in one run, as reports may show them.</summary>
/// <param name="Ids">Their ids.</param>
/// <param name="Excerpts">Their dialogues and answers, cut as communities show them.</param>
internal sealed record ErasedSamples(IReadOnlySet<string> Ids, IReadOnlySet<string> Excerpts)
{
    /// <summary>What is to be looked for of these samples; the answers that people corrected are known beside them.</summary>
    public static ErasedSamples Of(IEnumerable<Sample> samples, IEnumerable<string> editedAnswers, IDomainPacks packs)
    {
        HashSet<string> ids = new(StringComparer.Ordinal), excerpts = new(StringComparer.Ordinal);
        foreach (Sample sample in samples)
        {
            ids.Add(sample.Id);
            excerpts.Add(Excerpt.Of(SampleText.Dialogue(sample.Assignment, packs), ReportBuilder.LongestExcerpt));
            excerpts.Add(Excerpt.Of(sample.Answer, ReportBuilder.LongestExcerpt));
        }

        excerpts.UnionWith(editedAnswers.Select(answer => Excerpt.Of(answer, ReportBuilder.LongestExcerpt)));
        return new ErasedSamples(ids, excerpts);
    }

    /// <summary>The report without them.</summary>
    public Report OutOf(Report report, out bool changed)
    {
        Report without = report.Without(Ids, Excerpts);
        changed = Shown(without) < Shown(report);
        return without;
    }

    private static int Shown(Report report) => report.Samples.Count + report.Rejected.Count + Excerpted(report.Communities?.Input) + Excerpted(report.Communities?.Target);

    private static int Excerpted(IReadOnlyList<CommunityExample>? examples) => examples?.Sum(example => example.Excerpts.Count) ?? 0;
}
