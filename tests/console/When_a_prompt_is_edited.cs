using System.Net;
using AngleSharp.Dom;

namespace DialInsight.Console.Tests;

[Collection(nameof(OnTheSample))]
public sealed class When_a_prompt_is_edited(SamplePlatform platform)
{
    [Fact]
    public async Task It_becomes_a_new_version_that_shows_what_changed_and_an_earlier_one_comes_back()
    {
        using var person = new Person(platform);
        string text = await OpenAsync(person, "zh-guidelines-evidence");

        await person.SendAsync("form#part", ("text", text + " Mind <b>every</b> word."), ("do", "save"));
        Assert.Equal(HttpStatusCode.OK, person.Answer.StatusCode);
        Assert.Contains("<b>every</b>", person.Page.QuerySelector("ins")!.TextContent, StringComparison.Ordinal);

        await person.SendAsync("form[action$='/restore']");
        Assert.Equal(text, person.Page.GetElementById("text")!.TextContent);
        Assert.Equal(3, person.Page.QuerySelectorAll(".compared").Length);
        Assert.Contains("<b>every</b>", person.Page.QuerySelector("del")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_script_a_button_shows_the_prompt_that_it_makes()
    {
        using var person = new Person(platform);
        await OpenAsync(person, "zh-roles-plain");
        string[] tasks = [.. person.Page.QuerySelectorAll("#task option").Select(option => option.GetAttribute("value")!)];

        await person.SendAsync("form#part", ("text", "在场的有{{roles}}。"), ("task", tasks[^1]), ("do", "preview"));

        IElement draft = person.Page.QuerySelector(".sheet .draft .text")!;
        Assert.Matches("在场的有.*(经纪人|客户|业主).*。", draft.TextContent);
        Assert.Equal(tasks[^1], person.Page.QuerySelector("#task option[selected]")!.GetAttribute("value"));
        Assert.NotNull(person.Page.QuerySelector(".sheet .said"));
        await OpenAsync(person, "zh-roles-plain");
        Assert.Single(person.Page.QuerySelectorAll(".compared"));
    }

    [Theory]
    [InlineData("/console/prompts/real-estate/zh-roles-plain/preview")]
    [InlineData("/console/prompts/new/preview?domain=real-estate&language=zh")]
    public async Task The_script_is_given_the_pieces_alone(string address)
    {
        using var person = new Person(platform);
        await OpenAsync(person, "zh-roles-plain");
        person.Page.GetElementById("part")!.SetAttribute("action", address);

        await person.SendAsync("form#part", ("kind", "roleIntroduction"), ("text", "在场的有{{rolls}}。"));

        Assert.Equal(["placeholders", "text-problems", "dialogues", "preview"], person.Page.QuerySelectorAll("body > [id]").Select(piece => piece.Id));
        Assert.Contains("{{roles}}", person.Page.GetElementById("text-problems")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chosen_dialogue_is_the_one_that_is_shown()
    {
        string transcript = (await platform.Client.Transcripts.ListAsync(new(Language: "zh"), null, 5, TestContext.Current.CancellationToken)).Items[^1].Id;
        using var person = new Person(platform);

        await person.OpenAsync($"/console/prompts/real-estate/zh-roles-plain?transcript={transcript}");

        Assert.Equal(transcript, person.Page.QuerySelector("#transcript option[selected]")!.GetAttribute("value"));
        Assert.NotNull(person.Page.QuerySelector($"#preview a[href$='{transcript}']"));
    }

    [Theory]
    [InlineData("en", "Mind {{rolls}}.", "Did you mean {{roles}}?")]
    [InlineData("zh-CN", "注意 {{rolls}}。", "是否应为 {{roles}}？")]
    [InlineData("zh-CN", "{{dialogue}}", "属于另一类片段")]
    [InlineData("en", "", "Nothing is written here.")]
    public async Task Placeholders_are_checked_at_the_field_and_what_is_wrong_is_not_kept(string language, string text, string told)
    {
        using var person = new Person(platform, language);
        await OpenAsync(person, "zh-guidelines-steps");

        await person.SendAsync("form#part", ("text", text), ("do", "save"));

        Assert.Equal(HttpStatusCode.BadRequest, person.Answer.StatusCode);
        Assert.Contains(told, person.Page.QuerySelector("#text-problems li")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(text, person.Page.GetElementById("text")!.TextContent);
        Assert.Single(person.Page.QuerySelectorAll(".compared"));
    }

    [Fact]
    public async Task A_part_is_added_retired_and_brought_back()
    {
        using var person = new Person(platform, "zh-CN");
        await person.OpenAsync("/console/prompts?domain=real-estate&language=zh");
        await person.OpenAsync(person.Page.QuerySelector("a[href*='kind=guidelines']")!.GetAttribute("href")!);
        (string, string)[] fields = [("id", "zh-guidelines-added"), ("kind", "guidelines"), ("for-scenario", "buying"), ("text", "只依据{{scenario}}中的原话。")];

        await person.SendAsync("form#part", [.. fields, ("do", "preview")]);
        Assert.Contains("只依据", person.Page.QuerySelector(".sheet .draft .text")!.TextContent, StringComparison.Ordinal);
        await person.SendAsync("form#part", [.. fields, ("do", "add")]);
        Assert.Equal(HttpStatusCode.OK, person.Answer.StatusCode);
        Assert.Contains("已添加", person.Page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Single(person.Page.QuerySelectorAll(".compared"));

        await person.SendAsync("form[action$='/retire']");
        Assert.Contains("已停用", person.Page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(person.Page.QuerySelector("form[action$='/retire']"));
        await person.OpenAsync("/console/prompts?domain=real-estate&language=zh");
        Assert.NotNull(person.Page.QuerySelector("#retired a[href$='zh-guidelines-added']"));

        await person.OpenAsync("/console/prompts/real-estate/zh-guidelines-added");
        await person.SendAsync("form#part", ("do", "save"));
        Assert.NotNull(person.Page.QuerySelector("form[action$='/retire']"));
        await person.OpenAsync("/console/prompts?domain=real-estate&language=zh");
        Assert.Null(person.Page.QuerySelector("#retired a[href$='zh-guidelines-added']"));
    }

    [Theory]
    [InlineData("zh-roles-plain", "已有使用这个编号的片段", HttpStatusCode.Conflict)]
    [InlineData("Not An Id", "只能由小写字母、数字和单个连字符组成", HttpStatusCode.BadRequest)]
    public async Task What_cannot_be_added_is_told_at_its_field(string id, string told, HttpStatusCode status)
    {
        using var person = new Person(platform, "zh-CN");
        await person.OpenAsync("/console/prompts/new?domain=real-estate&language=zh&kind=roleIntroduction");

        await person.SendAsync("form#part", ("id", id), ("text", "在场的有{{roles}}。"), ("do", "add"));

        Assert.Equal(status, person.Answer.StatusCode);
        Assert.Contains(told, person.Page.QuerySelector(".problem[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(id, person.Page.GetElementById("id")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_last_part_of_a_kind_is_not_retired()
    {
        using var person = new Person(platform, "zh-CN");
        string[] blocks = [.. (await platform.Client.Templates.ListAsync("real-estate", "zh", TestContext.Current.CancellationToken))
            .Where(part => part is { Kind: "dialogueBlock", Scenario: null, TaskType: null }).Select(part => part.Id)];
        foreach (string block in blocks)
        {
            await OpenAsync(person, block);
            await person.SendAsync("form[action$='/retire']");
        }

        Assert.Equal(HttpStatusCode.BadRequest, person.Answer.StatusCode);
        Assert.Contains("每一类至少要保留一个", person.Page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        foreach (string block in blocks.SkipLast(1))
        {
            await OpenAsync(person, block);
            await person.SendAsync("form#part", ("do", "save"));
        }
    }

    [Fact]
    public async Task A_merged_narrative_is_shown_with_what_runs_make_of_it()
    {
        using var person = new Person(platform);
        await OpenAsync(person, "zh-guidelines-privacy");

        // The offline annotator is free: what it makes is there at once.
        Assert.NotEqual("", person.Page.QuerySelector("#merged .quoted")!.TextContent.Trim());
        Assert.Null(person.Page.QuerySelector("#merged button"));
    }

    [Fact]
    public async Task What_was_not_changed_is_not_saved()
    {
        using var person = new Person(platform);
        string text = await OpenAsync(person, "zh-guidelines-privacy");

        await person.SendAsync("form#part", ("text", text), ("do", "save"));

        Assert.Contains("Nothing was changed", person.Page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Single(person.Page.QuerySelectorAll(".compared"));
    }

    private static async Task<string> OpenAsync(Person person, string part)
    {
        await person.OpenAsync($"/console/prompts/real-estate/{part}");
        return person.Page.GetElementById("text")!.TextContent;
    }
}
