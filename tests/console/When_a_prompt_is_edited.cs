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
