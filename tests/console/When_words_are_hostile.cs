using System.Text.Json;

namespace DialInsight.Console.Tests;

public sealed class When_words_are_hostile(Platform platform) : IClassFixture<Platform>
{
    private static readonly string[] s_hostile =
    [
        "<script>window.owned = 1</script>", "<img src=x onerror=alert(1)>", "</p></li></ol><style>body{display:none}</style>", "\"><svg/onload=alert(1)>", "javascript:alert(1)",
        "<b>好</b> &lt;i&gt; 我叫王丽，电话13812345678",
    ];

    [Fact]
    public async Task Markup_in_turns_speakers_and_sources_is_shown_as_text()
    {
        string record = JsonSerializer.Serialize(new
        {
            id = "<i>id</i>",
            scenario = "buying",
            subject = "<script>subject</script>",
            source = "\"><script>source</script>",
            channel = "phone-recording",
            turns = s_hostile.SelectMany(text => new[] { new { role = "<u>stranger</u>", text = $"{text} 我想买房" }, new { role = "agent", text = $"明白 {text}" } }),
        });
        using var person = new Person(platform);
        using JsonDocument answer = JsonDocument.Parse(await person.DropAsync("hostile.jsonl", record));
        string id = answer.RootElement.GetProperty("accepted")[0].GetProperty("id").GetString()!;

        await person.OpenAsync($"/console/transcripts/{id}");

        Assert.Contains("javascript:alert(1)", person.Text, StringComparison.Ordinal);
        Assert.Contains("<script>subject</script>", person.Text, StringComparison.Ordinal);
        AssertPlain(person);
        await person.OpenAsync("/console/transcripts");
        AssertPlain(person);
    }

    [Fact]
    public async Task Markup_in_a_recipe_and_in_addresses_is_shown_as_text()
    {
        using var person = new Person(platform);
        await person.OpenAsync("/console/runs/new?as=text");

        await person.SendAsync("form[action='/console/runs/new']", ("recipe", "name: '</textarea><script>owned</script>'\ndomain: '<script>d</script>'"), ("do", "estimate"));
        AssertPlain(person);
        Assert.Contains("</textarea><script>owned</script>", person.Page.GetElementById("recipe")!.TextContent, StringComparison.Ordinal);

        await person.OpenAsync("/console/transcripts?scenario=%22%3E%3Cscript%3Eowned%3C/script%3E&subject=%22%3E%3Cscript%3Es%3C/script%3E");
        AssertPlain(person);
        await person.OpenAsync("/console/runs/%3Cscript%3Eowned%3C%2Fscript%3E");
        AssertPlain(person);
    }

    [Fact]
    public async Task Surrogates_are_marked_by_type()
    {
        using var person = new Person(platform);
        string record = JsonSerializer.Serialize(new
        {
            turns = new[] { new { role = "customer", text = "你好，我叫陈小明，电话是13987654321，想看看学区房" }, new { role = "agent", text = "好的陈先生，我记下了，周末带您看房" } },
        });
        using JsonDocument answer = JsonDocument.Parse(await person.DropAsync("marked.jsonl", record));

        await person.OpenAsync($"/console/transcripts/{answer.RootElement.GetProperty("accepted")[0].GetProperty("id").GetString()}");

        Assert.Contains(person.Page.QuerySelectorAll("mark.pseudonym"), mark => mark.GetAttribute("title") == "phone" && mark.TextContent.Length == 11);
        Assert.DoesNotContain("13987654321", person.Text, StringComparison.Ordinal);
    }

    /// <summary>Nothing but the console's own elements, and none that runs, styles or loads.</summary>
    private static void AssertPlain(Person person)
    {
        Assert.Single(person.Page.QuerySelectorAll("script"), script => script.GetAttribute("src")!.StartsWith("/console/assets/", StringComparison.Ordinal));
        Assert.Empty(person.Page.QuerySelectorAll("main img, main style, main iframe, main u, main i, main svg:not(.bar):not(.chart)"));
        Assert.All(person.Page.All, element => Assert.DoesNotContain(element.Attributes, attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)));
        Assert.All(person.Page.QuerySelectorAll("a[href]"), link => Assert.DoesNotContain("javascript:", link.GetAttribute("href"), StringComparison.OrdinalIgnoreCase));
    }
}
