using System.Net;
using DialInsight.Client.Instructions;

namespace DialInsight.Console.Tests;

public sealed class When_instructions_are_curated(CuratedPlatform platform) : IClassFixture<CuratedPlatform>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_kept_instruction_leaves_the_queue_and_comes_back_when_it_is_undone()
    {
        using var curator = new Person(platform);
        await curator.OpenAsync("/console/curation/curation");
        string first = curator.Page.GetElementById("candidate")!.TextContent;

        await curator.SendAsync("form:has(button[value=keep])", ("decision", "keep"));
        Assert.NotEqual(first, curator.Page.GetElementById("candidate")!.TextContent);

        await curator.SendAsync("form[action$='/undo']");
        Assert.Equal(first, curator.Page.GetElementById("candidate")!.TextContent);
    }

    [Fact]
    public async Task An_edit_takes_the_instructions_place()
    {
        using var curator = new Person(platform);
        await curator.OpenAsync("/console/curation/curation");
        string better = $"请根据对话列出客户提到的预算、地段与户型要求，并逐条引用原话（{Guid.NewGuid():N}）。";

        await curator.SendAsync("form#edit", ("text", better), ("decision", "edit"));

        Assert.Equal(HttpStatusCode.OK, curator.Answer.StatusCode);
        InstructionPage curated = await platform.Client.Curation.ListAsync(new InstructionFilter(Newest: true), null, 100, Token);
        Assert.Contains(curated.Items, instruction => instruction.Text == better);
    }

    [Fact]
    public async Task A_rejection_keeps_its_reason()
    {
        using var curator = new Person(platform);
        await curator.OpenAsync("/console/curation/curation");
        string id = curator.Page.QuerySelector("form#reject")!.GetAttribute("action")!.Split('/')[^1];

        await curator.SendAsync("form#reject", ("own-reason", "<b>too vague</b>"), ("decision", "reject"));

        InstructionView rejected = await platform.Client.Curation.GetAsync(id, Token);
        Assert.Equal("rejected", rejected.State);
        Assert.Equal("<b>too vague</b>", rejected.History[^1].Reason);
        await curator.OpenAsync($"/console/instructions/{id}");
        Assert.Contains("<b>too vague</b>", curator.Text, StringComparison.Ordinal);
        Assert.Empty(curator.Page.QuerySelectorAll("main .plain b:not(:first-child)"));
    }

    [Fact]
    public async Task Who_comes_second_is_told_who_was_first()
    {
        using var first = new Person(platform);
        using var second = new Person(platform);
        await first.OpenAsync("/console/curation/curation");
        await second.OpenAsync("/console/curation/curation");

        await first.SendAsync("form#reject", ("reason", "unclear"));
        await second.SendAsync("form:has(button[value=keep])", ("decision", "keep"));

        Assert.Equal(HttpStatusCode.Conflict, second.Answer.StatusCode);
        Assert.Contains("local", second.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(second.Page.GetElementById("candidate"));
    }
}

/// <summary>The platform with a run whose instructions wait for people.</summary>
public sealed class CuratedPlatform : Platform
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Sample.SendAsync(Client);
        await Client.Runs.CreateAsync(Sample.Recipe.Replace("curation: automatic", "curation: manual", StringComparison.Ordinal), "curated", Sample.Transcripts, CancellationToken.None);
        await Eventually.IsTrueAsync(
            async () => (await Client.Curation.ListAsync(new InstructionFilter(Gate: "curation"), null, 50, CancellationToken.None)).Items.Count >= 20, () => "No instruction came to the gate.");
    }
}
