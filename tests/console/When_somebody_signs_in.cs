using System.Net;

namespace DialInsight.Console.Tests;

public sealed class When_somebody_signs_in(LockedPlatform platform) : IClassFixture<LockedPlatform>
{
    [Fact]
    public async Task Pages_lead_strangers_to_the_sign_in()
    {
        using var stranger = new Person(platform);

        await stranger.OpenAsync("/console/runs?cursor=x");

        Assert.Equal("/console/sign-in", stranger.Answer.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Equal("/console/runs?cursor=x", stranger.Page.QuerySelector("main input[name=back]")!.GetAttribute("value"));
        Assert.Null(stranger.Page.QuerySelector("nav"));
    }

    [Fact]
    public async Task A_known_key_opens_the_page_that_was_asked_for()
    {
        using var admin = new Person(platform);
        await admin.OpenAsync("/console/runs");

        await admin.SendAsync("form[action='/console/sign-in']", ("key", platform.Key!));

        Assert.Equal("/console/runs", admin.Answer.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Contains("ada", admin.Page.QuerySelector(".own")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_session_is_out_of_reach_of_scripts_and_other_sites_and_does_not_show_the_key()
    {
        using var admin = new Person(platform, follows: false);
        await admin.OpenAsync("/console/sign-in");

        await admin.SendAsync("form[action='/console/sign-in']", ("key", platform.Key!));

        string cookie = Assert.Single(admin.Answer.Headers.GetValues("Set-Cookie"), value => value.StartsWith("dialinsight-session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(platform.Key!, cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_key_is_refused_in_words()
    {
        using var stranger = new Person(platform);
        await stranger.OpenAsync("/console/sign-in");

        await stranger.SendAsync("form[action='/console/sign-in']", ("key", "no such key"));

        Assert.Equal(HttpStatusCode.Unauthorized, stranger.Answer.StatusCode);
        Assert.NotNull(stranger.Page.QuerySelector("[role=alert]"));
    }

    [Fact]
    public async Task Nobody_is_sent_on_to_another_site()
    {
        using var admin = new Person(platform, follows: false);
        await admin.OpenAsync("/console/sign-in?back=https://elsewhere.example");

        await admin.SendAsync("form[action='/console/sign-in']", ("key", platform.Key!), ("back", "//elsewhere.example"));

        Assert.Equal("/", admin.Answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_viewer_is_offered_nothing_that_changes_anything_and_refused_kindly_all_the_same()
    {
        using var viewer = new Person(platform);
        await viewer.OpenAsync("/console/sign-in");
        await viewer.SendAsync("form[action='/console/sign-in']", ("key", "the-key-of-a-viewer"));

        await viewer.OpenAsync("/console/transcripts");
        Assert.Null(viewer.Page.GetElementById("drop"));
        await viewer.OpenAsync("/console/runs/new");
        Assert.Null(viewer.Page.QuerySelector("button[value=start]"));

        await viewer.SendAsync("form[action='/console/runs/new']", ("do", "start"));
        Assert.Equal(HttpStatusCode.Forbidden, viewer.Answer.StatusCode);
        Assert.Contains("operator", viewer.Text, StringComparison.Ordinal);
    }

    /// <summary>What each page offers to whom: the least role, and what is there for it and those above, and for nobody below.</summary>
    public static TheoryData<string, string, string> Offers => new()
    {
        { "/console/runs", "nav a[href='/console/review']", "curator" },
        { "/console/prompts/real-estate/zh-roles-plain?language=zh", "button[value=save]", "curator" },
        { "/", "form[action='/console/sample']", "operator" },
        { "/console/transcripts", "#drop", "operator" },
        { "/console/runs", "a[href='/console/runs/new']", "operator" },
        { "/console/runs/new", "button[value=start]", "operator" },
        { "/", "nav a[href='/console/erasures']", "admin" },
        { "/console/erasures", "input[name=subject]", "admin" },
    };

    [Theory]
    [MemberData(nameof(Offers))]
    public async Task A_role_is_offered_what_it_may_do_and_nothing_else(string page, string offered, string least)
    {
        string[] roles = ["viewer", "curator", "operator", "admin"];
        string[] keys = ["the-key-of-a-viewer", "the-key-of-a-curator", "the-key-of-an-operator", platform.Key!];
        for (int i = 0; i < roles.Length; i++)
        {
            using var person = new Person(platform);
            await person.OpenAsync("/console/sign-in");
            await person.SendAsync("form[action='/console/sign-in']", ("key", keys[i]));

            await person.OpenAsync(page);

            bool isOffered = person.Page.QuerySelector(offered) is not null;
            Assert.True(isOffered == (i >= Array.IndexOf(roles, least)), $"{page} {(isOffered ? "offers" : "does not offer")} {offered} to a {roles[i]}.");
        }
    }

    [Fact]
    public async Task Who_may_not_erase_is_refused_kindly()
    {
        using var person = new Person(platform);
        await person.OpenAsync("/console/sign-in");
        await person.SendAsync("form[action='/console/sign-in']", ("key", "the-key-of-an-operator"));

        await person.OpenAsync("/console/erasures?subject=c-0003");

        Assert.Equal(HttpStatusCode.Forbidden, person.Answer.StatusCode);
        Assert.Contains("admins", person.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_signs_out_is_a_stranger_again()
    {
        using var admin = new Person(platform);
        await admin.OpenAsync("/console/sign-in");
        await admin.SendAsync("form[action='/console/sign-in']", ("key", platform.Key!));

        await admin.SendAsync("form[action='/console/sign-out']");
        await admin.OpenAsync("/");

        Assert.Equal("/console/sign-in", admin.Answer.RequestMessage!.RequestUri!.AbsolutePath);
    }

    [Fact]
    public async Task The_cookie_opens_pages_and_not_the_services()
    {
        using var admin = new Person(platform);
        await admin.OpenAsync("/console/sign-in");
        await admin.SendAsync("form[action='/console/sign-in']", ("key", platform.Key!));

        await admin.OpenAsync("/runs");

        Assert.Equal(HttpStatusCode.Unauthorized, admin.Answer.StatusCode);
    }
}
