using System.Net;

namespace DialInsight.Console.Tests;

public sealed class When_a_subject_is_erased(SamplePlatform platform) : IClassFixture<SamplePlatform>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Its_impact_is_told_first_it_is_confirmed_and_each_service_tells_what_it_did()
    {
        string release = await platform.ReleaseAsync();
        int before = (await platform.Client.Releases.GetAsync(release, Token)).Samples;
        using var admin = new Person(platform);

        await admin.OpenAsync("/console/erasures?subject=c-0003");
        string impact = admin.Page.GetElementById("impact")!.TextContent;
        long kept = await platform.Client.Transcripts.CountAsync("c-0003", Token);
        var concerned = await platform.Client.Releases.ConcernedAsync("c-0003", Token);
        Assert.True(kept > 0 && concerned.Releases is [{ Rows: > 0 }]);
        Assert.Contains(release, impact, StringComparison.Ordinal);
        Assert.Matches($@"\b{concerned.Releases[0].Rows}\s+rows", impact);

        await admin.SendAsync("form[action='/console/erasures'].decide", ("typed", "c-0004"));
        Assert.Equal(HttpStatusCode.BadRequest, admin.Answer.StatusCode);
        Assert.Contains("Nothing was erased", admin.Text, StringComparison.Ordinal);
        Assert.Equal(kept, await platform.Client.Transcripts.CountAsync("c-0003", Token));

        await admin.SendAsync("form[action='/console/erasures'].decide", ("typed", "c-0003"));
        string page = admin.Answer.RequestMessage!.RequestUri!.AbsolutePath;
        await Eventually.IsTrueAsync(async () => (await admin.OpenAsync(page)).QuerySelector("h1 + .line .badge.good") is not null, () => admin.Text);

        Assert.Equal(5, admin.Page.QuerySelectorAll("tbody tr").Length);
        Assert.Contains(release, admin.Text, StringComparison.Ordinal);
        Assert.Matches($@"\b{concerned.Releases[0].Rows}\s+rows withdrawn,\s+{before - concerned.Releases[0].Rows}\s+left", admin.Text);
        await admin.OpenAsync("/console/erasures?subject=c-0003");
        Assert.Contains("Nothing is kept", admin.Page.GetElementById("impact")!.TextContent, StringComparison.Ordinal);
        Assert.Single(admin.Page.QuerySelectorAll("tbody a"));
    }
}
