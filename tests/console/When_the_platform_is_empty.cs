using System.Diagnostics;
using System.Net;

namespace DialInsight.Console.Tests;

public sealed class When_the_platform_is_empty(Platform platform) : IClassFixture<Platform>
{
    [Theory]
    [InlineData("en", "Three steps to a data set")]
    [InlineData("zh-CN,zh;q=0.9,en;q=0.8", "三步得到数据集")]
    [InlineData("fr,en;q=0.5", "Three steps to a data set")]
    public async Task The_first_page_shows_three_steps_and_the_sample_in_the_browsers_language(string language, string title)
    {
        using var person = new Person(platform, language);

        await person.OpenAsync("/");

        Assert.Equal(title, person.Page.GetElementById("first-steps")!.TextContent);
        Assert.Equal(3, person.Page.QuerySelectorAll(".steps li").Length);
        Assert.NotNull(person.Page.QuerySelector("form[action='/console/sample'] button"));
    }

    [Fact]
    public async Task The_first_page_is_there_in_less_than_a_second()
    {
        using var person = new Person(platform);
        await person.OpenAsync("/");

        var watch = Stopwatch.StartNew();
        await person.OpenAsync("/");

        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 1);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/console/transcripts")]
    [InlineData("/console/runs")]
    [InlineData("/console/runs/new")]
    public async Task Pages_load_nothing_from_elsewhere_and_run_no_script_but_the_platforms_own(string address)
    {
        using var person = new Person(platform);

        await person.OpenAsync(address);

        string policy = Assert.Single(person.Answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Empty(person.Page.QuerySelectorAll("script:not([src]), style, [style], [onclick]"));
    }

    [Fact]
    public async Task Language_and_colours_are_kept_when_they_are_chosen()
    {
        using var person = new Person(platform);
        await person.OpenAsync("/");

        await person.SendAsync("form[action='/console/preferences']", ("language", "zh"), ("theme", "dark"));

        Assert.Equal("zh-CN", person.Page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("dark", person.Page.DocumentElement.GetAttribute("data-theme"));
        await person.OpenAsync("/console/runs");
        Assert.Equal("运行", person.Page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task A_form_of_another_site_changes_nothing()
    {
        using var person = new Person(platform);
        await person.OpenAsync("/");

        await person.SendAsync("form[action='/console/sample']", ("token", "made up"));

        Assert.Equal(HttpStatusCode.BadRequest, person.Answer.StatusCode);
        Assert.Equal(0, await platform.Client.Transcripts.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_file_of_another_site_is_not_taken()
    {
        using var person = new Person(platform);

        await person.DropAsync("calls.jsonl", """{"turns":[{"role":"customer","text":"你好"},{"role":"agent","text":"您好，请讲"}]}""", token: "made up");

        Assert.Equal(HttpStatusCode.BadRequest, person.Answer.StatusCode);
    }

    [Theory]
    [InlineData("/console/runs/none")]
    [InlineData("/console/transcripts/none")]
    public async Task What_is_not_there_is_told_on_a_page(string address)
    {
        using var person = new Person(platform);

        await person.OpenAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, person.Answer.StatusCode);
        Assert.Contains("none", person.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recipe_is_checked_at_its_lines()
    {
        using var person = new Person(platform);
        await person.OpenAsync("/console/runs/new?as=text");

        await person.SendAsync("form[action='/console/runs/new']", ("recipe", "name: mine\ndomain: real-estate\nlanguage: zh\nseed: 1\ncells:\n  - { scenario: byuing, task: summarisation, target: 0 }\n"), ("do", "estimate"));

        Assert.Equal(HttpStatusCode.BadRequest, person.Answer.StatusCode);
        Assert.Contains(person.Page.QuerySelectorAll("#recipe-problems [data-line]"), line => line.GetAttribute("data-line") == "6");
        Assert.Contains("byuing", person.Page.GetElementById("recipe")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recipe_is_estimated_before_anything_is_started()
    {
        using var person = new Person(platform);
        await person.OpenAsync("/console/runs/new");

        await person.SendAsync("form[action='/console/runs/new']", ("do", "estimate"));

        Assert.NotNull(person.Page.GetElementById("estimate"));
        Assert.Empty((await platform.Client.Runs.ListAsync(null, null, 1, TestContext.Current.CancellationToken)).Items);
    }
}
