using System.Net;
using AngleSharp.Dom;

namespace DialInsight.Console.Tests;

public sealed class When_a_recipe_is_written(SamplePlatform platform) : IClassFixture<SamplePlatform>
{
    private const string Form = "form[action='/console/runs/new']";

    private const string Own = """
        # mine
        name: own   # and nobody else's
        domain: real-estate
        language: zh
        cells:
          # first things first
          - { scenario: buying, task: summarisation, target: 4, weight: 2 }
          - { scenario: renting, task: comparison, target: 3 }
        sampling: { channels: { badge-recording: 2 } }   # badges speak clearly
        gate: { minimumFill: 1.0, minimumRichness: 0.5, maximumLeakage: 0.1 }
        """;

    [Fact]
    public async Task As_fields_and_as_text_again_it_is_the_same_letter_by_letter()
    {
        using var person = new Person(platform);
        await person.OpenAsync("/console/runs/new?as=text");

        await person.SendAsync(Form, ("recipe", Own), ("do", "fields"));
        Assert.Equal("own", Value(person, "name"));
        Assert.Equal("buying", Value(person, "cells[0].scenario"));
        Assert.Equal("0.5", Value(person, "gate.minimumRichness.prompt"));
        Assert.Contains("sampling", person.Text, StringComparison.Ordinal);
        await person.SendAsync(Form, ("do", "text"));

        Assert.Equal(Own, person.Page.GetElementById("recipe")!.TextContent);
    }

    [Fact]
    public async Task A_field_changes_its_own_line_alone()
    {
        using var person = new Person(platform);
        await person.OpenAsync("/console/runs/new?as=text");
        await person.SendAsync(Form, ("recipe", Own), ("do", "fields"));

        await person.SendAsync(Form, ("cells[1].target", "30"), ("name", "ours"), ("do", "text"));

        Assert.Equal(
            Own.Replace("target: 3 ", "target: 30 ", StringComparison.Ordinal).Replace("name: own ", "name: ours ", StringComparison.Ordinal),
            person.Page.GetElementById("recipe")!.TextContent);
    }

    [Fact]
    public async Task Everything_that_fields_can_say_arrives_in_the_text()
    {
        using var person = new Person(platform);
        await person.OpenAsync("/console/runs/new?as=text");
        await person.SendAsync(Form, ("recipe", Own), ("do", "fields"));
        await person.SendAsync(Form, ("curation", "thresholds"), ("curation.minimumGrounding", "0.3"), ("do", "keep"));

        await person.SendAsync(
            Form, ("seed", "9"), ("attempts", "5"), ("instructionsPerCell", "7"), ("budget.limit", "12.5"), ("budget.currency", "EUR"), ("judge.samples", "5"), ("judge.accept", "medium"), ("selection.most", "3"), ("selection.similarity", "0.8"),
            ("gate.minimumHigh", "0.8"), ("gate.minimumRichness.input", "0.2"), ("gate.maximumLeakage.split", "0.3"), ("exports", "messages"), ("optimiseStructure", "true"), ("curation.rounds", "2"), ("do", "estimate"));
        Assert.Equal(HttpStatusCode.OK, person.Answer.StatusCode);
        await person.SendAsync(Form, ("do", "text"));

        string text = person.Page.GetElementById("recipe")!.TextContent;
        Assert.All(
            (string[])["seed: 9", "attempts: 5", "instructionsPerCell: 7", "limit: 12.5", "currency: EUR", "accept: [medium]", "minimumHigh: 0.8", "minimumRichness: { prompt: 0.5, input: 0.2 }", "maximumLeakage: { personal: 0.1, split: 0.3 }", "exports: [messages]", "optimiseStructure: true", "curation: { minimumGrounding: 0.3, rounds: 2 }", "samples: 5", "most: 3", "similarity: 0.8"],
            line => Assert.Contains(line, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", "cells[0].target", "0", "whole number")]
    [InlineData("zh-CN", "cells[0].target", "0", "整数")]
    [InlineData("zh-CN", "name", "Not A Name", "小写字母")]
    [InlineData("en", "seed", "much", "whole number")]
    [InlineData("zh-CN", "gate.minimumFill", "7", "必须是")]
    [InlineData("en", "selection.most", "0.5", "whole number")]
    [InlineData("zh-CN", "selection.most", "0.5", "整数")]
    [InlineData("en", "cells[1].task", "poetry", "not in the domain pack")]
    public async Task What_is_wrong_is_told_at_its_field(string language, string field, string value, string told)
    {
        using var person = new Person(platform, language);
        await person.OpenAsync("/console/runs/new");

        await person.SendAsync(Form, (field, value), ("do", "estimate"));

        Assert.Equal(HttpStatusCode.BadRequest, person.Answer.StatusCode);
        IElement wrong = person.Page.QuerySelector($"{Form} [name='{field}']")!;
        Assert.Equal("true", wrong.GetAttribute("aria-invalid"));
        Assert.Equal(value, Value(person, field));
        Assert.Contains(told, person.Page.GetElementById(wrong.GetAttribute("aria-describedby")!)!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(person.Page.QuerySelector($"#recipe-problems a[href='#{wrong.Id}']"));
        Assert.Single(person.Page.QuerySelectorAll("[aria-invalid]"));
    }

    [Fact]
    public async Task Cells_are_added_and_taken_away()
    {
        using var person = new Person(platform);
        await person.OpenAsync("/console/runs/new");
        int before = Rows(person);

        await person.SendAsync(Form, ("cells[2].target", "77"), ("do", "add-cell"));
        Assert.Equal(before + 1, Rows(person));
        Assert.Equal("77", Value(person, "cells[2].target"));
        Assert.Equal($"cells[{before}].scenario", person.Page.QuerySelector("[autofocus]")!.GetAttribute("name"));

        await person.SendAsync(Form, ("do", "remove-cell-0"));
        Assert.Equal(before, Rows(person));
        Assert.Equal("77", Value(person, "cells[1].target"));
    }

    [Fact]
    public async Task Scenarios_and_tasks_are_chosen_by_their_titles_in_the_reader_s_language()
    {
        using var person = new Person(platform, "zh-CN");

        await person.OpenAsync("/console/runs/new?domain=customer-support");

        Assert.Equal("customer-support", Value(person, "domain"));
        Assert.Contains(person.Page.QuerySelectorAll("[name='cells[0].scenario'] option"), option => option.GetAttribute("value") == "booking" && option.TextContent == "预订与改签");
        await person.SendAsync(Form, ("do", "estimate"));
        Assert.Equal(HttpStatusCode.OK, person.Answer.StatusCode);
    }

    [Fact]
    public async Task A_kept_recipe_is_used_again()
    {
        using var person = new Person(platform);
        await person.OpenAsync("/console/recipes");
        Assert.Contains("real-estate-insight", person.Text, StringComparison.Ordinal);

        await person.OpenAsync(person.Page.QuerySelector("tbody a")!.GetAttribute("href")!);
        Assert.Equal("42", Value(person, "seed"));
        await person.SendAsync(Form, ("do", "text"));
        Assert.StartsWith("name: real-estate-insight\n", person.Page.GetElementById("recipe")!.TextContent, StringComparison.Ordinal);

        await person.OpenAsync("/console/runs/sample");
        await person.OpenAsync(person.Page.QuerySelector("main a[href*='recipe=']")!.GetAttribute("href")!);
        await person.SendAsync(Form, ("do", "estimate"));
        Assert.NotNull(person.Page.GetElementById("estimate"));
    }

    private static string Value(Person person, string field) => person.Page.QuerySelector($"{Form} [name='{field}']") switch
    {
        AngleSharp.Html.Dom.IHtmlSelectElement select => select.Value ?? "",
        var input => input!.GetAttribute("value") ?? "",
    };

    private static int Rows(Person person) => person.Page.QuerySelectorAll("table.cells tbody tr").Length;
}
