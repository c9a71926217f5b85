using System.Net;
using DialInsight.Client.Reviews;

namespace DialInsight.Console.Tests;

[Collection(nameof(OnTheSample))]
public sealed class When_the_judge_is_calibrated(SamplePlatform platform)
{
    [Fact]
    public async Task Nothing_of_the_judge_is_shown_before_all_samples_are_rated_and_everything_after()
    {
        using var person = new Person(platform);
        await person.OpenAsync("/console/review/calibrations?run=sample");
        await person.SendAsync("form[action='/console/review/calibrations']", ("per-cell", "1"));
        int samples = 0;

        while (person.Page.QuerySelector("input[name=sample]") is { } sample)
        {
            JudgementView judgement = (await platform.Client.Reviews.SampleAsync(sample.GetAttribute("value")!, TestContext.Current.CancellationToken)).Judgement!;
            Assert.All(judgement.Votes.SelectMany(vote => vote.Evidence), evidence => Assert.DoesNotContain(evidence, person.Text, StringComparison.Ordinal));
            Assert.DoesNotContain("κ", person.Text, StringComparison.Ordinal);
            Assert.Equal(samples.ToString(System.Globalization.CultureInfo.InvariantCulture), person.Page.GetElementById("rated")!.GetAttribute("value"));
            await person.SendAsync("form.decide", ("level", samples++ % 2 == 0 ? "high" : "low"));
        }

        Assert.Equal(9, samples);
        Assert.Contains("κ", person.Text, StringComparison.Ordinal);
        Assert.Equal(samples, person.Page.QuerySelectorAll(".confusion tbody tr").Sum(row => row.QuerySelectorAll("td").SkipLast(1).Sum(cell => int.Parse(cell.TextContent, System.Globalization.CultureInfo.InvariantCulture))));
    }

    [Theory]
    [InlineData("no-such-run", "5", HttpStatusCode.Conflict)]
    [InlineData("sample", "0", HttpStatusCode.BadRequest)]
    public async Task What_cannot_be_drawn_is_told(string run, string perCell, HttpStatusCode status)
    {
        using var person = new Person(platform, "zh-CN");
        await person.OpenAsync("/console/review/calibrations");

        await person.SendAsync("form[action='/console/review/calibrations']", ("run", run), ("per-cell", perCell));

        Assert.Equal(status, person.Answer.StatusCode);
        Assert.NotNull(person.Page.QuerySelector("[role=alert]"));
    }
}
