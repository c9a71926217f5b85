using System.Net;
using DialInsight.Client.Reviews;

namespace DialInsight.Console.Tests;

[Collection(nameof(OnTheSample))]
public sealed class When_labels_are_reviewed(SamplePlatform platform)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_judges_view_comes_after_the_persons()
    {
        using var person = new Person(platform);
        await person.OpenAsync("/console/review?run=sample");
        string id = Id(person)!;
        Assert.Null(person.Page.QuerySelector("details.notice"));
        JudgementView before = (await platform.Client.Reviews.SampleAsync(id, Token)).Judgement!;
        Assert.All(before.Votes.SelectMany(vote => vote.Evidence), evidence => Assert.DoesNotContain(evidence, person.Text, StringComparison.Ordinal));

        await person.SendAsync("form.decide", ("level", "high"), ("reason", "as it should be"));

        Assert.NotNull(person.Page.QuerySelector("details.notice"));
        Assert.NotEqual(id, Id(person));
        JudgementView after = (await platform.Client.Reviews.SampleAsync(id, Token)).Judgement!;
        Assert.True(after.Reviewed);
        Assert.Null(after.EditedAnswer);
        Assert.Matches(@"\d+ reviewed", person.Page.GetElementById("agreement")!.TextContent);
    }

    [Fact]
    public async Task The_prompt_is_at_hand_and_a_skipped_label_stays_away()
    {
        using var person = new Person(platform);
        await person.OpenAsync("/console/review?run=sample");
        string id = Id(person)!;
        SampleView sample = (await platform.Client.Reviews.SampleAsync(id, Token)).Sample;
        Assert.Contains(sample.Assignment.Prompt.After, person.Page.QuerySelector("details.prompt")!.TextContent, StringComparison.Ordinal);

        await person.OpenAsync(person.Page.QuerySelector("a[data-key^='s']")!.GetAttribute("href")!);
        Assert.NotEqual(id, Id(person));
        await person.SendAsync("form.decide", ("level", "high"), ("reason", ""));

        Assert.NotEqual(id, Id(person));
        Assert.Equal(id, person.Page.QuerySelector("input[name=skip]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_correction_that_does_not_fit_the_format_is_told_and_what_was_written_stays()
    {
        using var person = new Person(platform);
        await person.OpenAsync("/console/review?run=sample");
        string id = Id(person)!;
        string field = person.Page.QuerySelector(".answer-fields textarea, .answer-fields select")!.GetAttribute("name")!;

        // Longer than any format allows.
        await person.SendAsync("form.decide", (field, new string('<', 200_000)), ("level", "medium"), ("reason", "a remark"));

        Assert.Equal(HttpStatusCode.BadRequest, person.Answer.StatusCode);
        Assert.NotNull(person.Page.QuerySelector("[role=alert]"));
        Assert.Equal("a remark", person.Page.GetElementById("reason")!.TextContent);
        Assert.Equal(id, Id(person));
    }

    private static string? Id(Person person) => person.Page.QuerySelector("input[name=id]")?.GetAttribute("value");
}
