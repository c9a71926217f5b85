using System.Net;
using System.Text.Json;
using DialInsight.Client.Releases;

namespace DialInsight.Console.Tests;

public sealed class When_the_sample_is_loaded(SamplePlatform platform) : IClassFixture<SamplePlatform>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Its_run_tells_honest_numbers()
    {
        using var person = new Person(platform);

        await person.OpenAsync("/console/runs/sample");

        Assert.Contains("released", person.Page.QuerySelector("h1 + .line .badge")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(9, person.Page.QuerySelectorAll(".matrix .cell").Length);
        Assert.Matches(@"52\s+of\s+52\s+accepted", person.Text);
    }

    [Theory]
    [InlineData("alpaca")]
    [InlineData("sharegpt")]
    [InlineData("messages")]
    [InlineData("train")]
    [InlineData("huggingface")]
    [InlineData("dataset_info")]
    [InlineData("card")]
    [InlineData("manifest")]
    public async Task Its_release_is_downloaded_as_the_service_gives_it(string format)
    {
        string name = await platform.ReleaseAsync();
        using var http = new HttpClient { BaseAddress = platform.Address };
        using var own = new MemoryStream();
        await platform.Client.Releases.ExportAsync(name, format, own, Token);

        using HttpResponseMessage page = await http.GetAsync($"/console/releases/{name}/files/{format}", Token);

        Assert.Equal(own.ToArray(), await page.Content.ReadAsByteArrayAsync(Token));
        Assert.Equal("attachment", page.Content.Headers.ContentDisposition!.DispositionType);
    }

    [Fact]
    public async Task A_download_that_broke_off_goes_on()
    {
        string name = await platform.ReleaseAsync();
        using var http = new HttpClient { BaseAddress = platform.Address };
        http.DefaultRequestHeaders.Range = new(2, 9);

        using HttpResponseMessage part = await http.GetAsync($"/console/releases/{name}/files/alpaca", Token);

        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(8, part.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task The_report_opens_as_a_page_that_runs_nothing()
    {
        using var person = new Person(platform);

        await person.OpenAsync("/console/reports/sample/page");

        Assert.Contains("52", person.Page.Body!.TextContent, StringComparison.Ordinal);
        string policy = Assert.Single(person.Answer.Headers.GetValues("Content-Security-Policy"));
        await person.OpenAsync("/reports/sample.html");
        Assert.Equal(Assert.Single(person.Answer.Headers.GetValues("Content-Security-Policy")), policy);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_release_is_read_with_its_gate_and_samples_and_compared()
    {
        string name = await platform.ReleaseAsync();
        using var person = new Person(platform, "zh-CN");

        await person.OpenAsync($"/console/releases/{name}");
        Assert.NotEmpty(person.Page.QuerySelectorAll("details.sample"));
        Assert.Contains("离线标注器", person.Text, StringComparison.Ordinal);

        await person.OpenAsync($"/console/releases/compare?from={name}&to={name}");
        Assert.Contains("52", person.Text, StringComparison.Ordinal);
        Assert.Equal(3, person.Page.QuerySelectorAll("#richness svg[role=img]").Length);
        Assert.All(person.Page.QuerySelectorAll("#richness svg"), chart => Assert.Matches(@"丰富度.*\d.*无明显差异", chart.GetAttribute("aria-label")));
    }

    [Fact]
    public async Task A_run_s_report_is_read_here_and_another_release_asked_for()
    {
        string name = await platform.ReleaseAsync();
        using var person = new Person(platform);
        await person.OpenAsync("/console/runs/sample");

        await person.OpenAsync(person.Page.QuerySelector("main a[href='/console/reports/sample']")!.GetAttribute("href")!);
        Assert.NotNull(person.Page.QuerySelector($"main a[href='/console/releases/{name}']"));
        Assert.NotEmpty(person.Page.QuerySelectorAll("details.sample"));
        await person.SendAsync("form[action='/console/reports/sample/release']");

        Assert.Equal("/console/reports/sample", person.Answer.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.True(person.Page.QuerySelector("main [role=status]") is not null, person.Text);
    }

    [Theory]
    [InlineData("/console/failures")]
    [InlineData("/console/failures?run=sample&kind=invalidAnswer")]
    [InlineData("/console/curation")]
    [InlineData("/console/curation/screening")]
    [InlineData("/console/releases")]
    [InlineData("/console/prompts")]
    public async Task Every_page_answers_in_both_languages(string address)
    {
        foreach (string language in (string[])["en", "zh-CN"])
        {
            using var person = new Person(platform, language);

            await person.OpenAsync(address);

            Assert.Equal(HttpStatusCode.OK, person.Answer.StatusCode);
            Assert.Equal(language, person.Page.DocumentElement.GetAttribute("lang"));
        }
    }

    [Fact]
    public async Task Progress_comes_as_events()
    {
        using var http = new HttpClient { BaseAddress = platform.Address };

        string events = await http.GetStringAsync(new Uri("/console/runs/sample/events", UriKind.Relative), Token);

        Assert.Contains("event: progress", events, StringComparison.Ordinal);
        string data = events.Split('\n').First(line => line.StartsWith("data: ", StringComparison.Ordinal))["data: ".Length..];
        Assert.Equal("released", JsonDocument.Parse(data).RootElement.GetProperty("state").GetString());
    }
}

/// <summary>The platform after somebody pressed “Load the sample”.</summary>
public sealed class SamplePlatform : Platform
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        using var person = new Person(this);
        await person.OpenAsync("/");
        await person.SendAsync("form[action='/console/sample']");
        await ReleaseAsync();
        // The run hears of its release a moment later.
        await Eventually.IsTrueAsync(async () => (await Client.Runs.GetAsync("sample", CancellationToken.None)).Release is not null, () => "The run did not hear of its release.");
    }

    /// <summary>The sample's release, once it is there.</summary>
    public async Task<string> ReleaseAsync()
    {
        ReleasePage page = null!;
        await Eventually.IsTrueAsync(
            async () => (page = await Client.Releases.ListAsync(null, 10, CancellationToken.None)).Items.Count > 0, () => "The sample did not come to a release.");
        return page.Items[0].Name;
    }
}
