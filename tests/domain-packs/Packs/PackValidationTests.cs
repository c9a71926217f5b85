using DialInsight.DomainPacks.Packs;

namespace DialInsight.DomainPacks.Tests.Packs;

public sealed class PackValidationTests
{
    [Fact]
    public void A_valid_pack_is_read_with_everything_in_it()
    {
        using PackFolder folder = new();

        DomainPack pack = folder.Read();

        Assert.Equal("bakery@1.2.0", pack.Reference);
        Assert.Equal(["zh", "en"], pack.Languages);
        Assert.Equal([2.0, 1.0], pack.Scenarios.Select(scenario => scenario.Weight));
        Assert.Equal(["蛋糕", "订"], pack.Scenarios[0].Keywords["zh"]);
        Assert.Equal("顾客", pack.Roles[0].Title["zh"]);
        Assert.True(pack.Roles[1].Staff);
        Assert.Equal(12, pack.TemplateParts.Count);
        Assert.Equal("customer", pack.Formats[0].Hints["价格"].Speaker);
        Assert.Equal(["生日"], pack.Formats[0].Hints["品种"].Evidence["蛋糕"]);
        Assert.Equal("complaints", pack.Exemplars[1].Scenario);
        Assert.Equal(["image"], pack.BannedWords["en"]);
    }

    [Theory]
    [InlineData("pack.yaml", "version: 1.2.0", "version: 1.2.0\nauthor: me", "pack.yaml(3): author is not known")]
    [InlineData("pack.yaml", "defaultScenario: orders", "defaultscenario: orders", "pack.yaml(4): defaultscenario is not known; did you mean \"defaultScenario\"?")]
    [InlineData("pack.yaml", "defaultScenario: orders", "defaultScenario: order", "pack.yaml(4): defaultScenario \"order\" is no scenario of this pack; did you mean \"orders\"?")]
    [InlineData("pack.yaml", "[zh, en]", "[zh, fr]", "pack.yaml(3): languages \"fr\" is not supported")]
    [InlineData("pack.yaml", "name: bakery", "name: My Bakery", "pack.yaml(1): name \"My Bakery\" must be lower-case")]
    [InlineData("scenarios.yaml", "zh: 投诉, ", "", "scenarios.yaml(8): [1].title.zh is missing")]
    [InlineData("scenarios.yaml", "weight: 2", "weight: 0", "scenarios.yaml(2): [0].weight must be a number above 0")]
    [InlineData("scenarios.yaml", "weight: 2", "weight: .nan", "scenarios.yaml(2): [0].weight must be a number")]
    [InlineData("scenarios.yaml", "id: complaints", "id: orders", "scenarios.yaml(7): [1].id \"orders\" is another scenario's already")]
    [InlineData("scenarios.yaml", "roles: [customer, baker]", "roles: [customer, barker]", "scenarios.yaml(5): [0].roles \"barker\" is no role of this pack; did you mean \"baker\"?")]
    [InlineData("scenarios.yaml", "en: [complaint, stale]", "en: []", "scenarios.yaml(9): [1].keywords.en must hold at least one word")]
    [InlineData("roles.yaml", "aliases: [staff]", "aliases: [Ｕser]", "roles.yaml(2): [1].aliases \"Ｕser\" names the role \"customer\" already")]
    [InlineData("formats.zh.yaml", "choices: [蛋糕, 面包]", "choices: []", "formats.zh.yaml(8): [0].fields[0].choices must hold 2 to 40 values")]
    [InlineData("formats.zh.yaml", "蛋糕: [生日]", "饼干: [生日]", "formats.zh.yaml(10): [0].fields[0].hint.evidence.饼干 is none of the field's choices")]
    [InlineData("formats.zh.yaml", "'([0-9]+元)'", "'([0-9+元)'", "formats.zh.yaml(13): [0].fields[1].hint.patterns \"([0-9+元)\" is no pattern that can be used")]
    [InlineData("formats.zh.yaml", "'([0-9]+元)'", @"'(a)\1'", "formats.zh.yaml(13): [0].fields[1].hint.patterns \"(a)\\1\" is no pattern that can be used")]
    [InlineData("formats.zh.yaml", "'([0-9]+元)'", @"'(?<!x)a'", "formats.zh.yaml(13): [0].fields[1].hint.patterns \"(?<!x)a\" is no pattern that can be used")]
    [InlineData("formats.zh.yaml", "'([0-9]+元)'", "'[0-9]*'", "formats.zh.yaml(13): [0].fields[1].hint.patterns \"[0-9]*\" is no pattern that can be used: it matches where nothing is said")]
    [InlineData("formats.zh.yaml", "speaker: customer", "speaker: bakers", "formats.zh.yaml(13): [0].fields[1].hint.speaker \"bakers\" must be customer or staff")]
    [InlineData("formats.zh.yaml", "name: 价格", "name: 品种", "formats.zh.yaml(11): [0].fields[1].name \"品种\" is another field's already")]
    [InlineData("formats.zh.yaml", "minimum: 5", "minimum: 500", "formats.zh.yaml(14): [1].minimum must not be above maximum")]
    [InlineData("formats.en.yaml", "kind: text", "kind: list", "formats.en.yaml(5): [1].kind must be text, as in the other language")]
    [InlineData("formats.en.yaml", "id: note", "id: remark", "formats.en.yaml(5): id \"remark\" is a format that no task type in tasks.yaml uses")]
    [InlineData("tasks.yaml", "formats: [note]", "formats: [nota]", "tasks.yaml(2): [1].formats \"nota\" is not in formats.zh.yaml; did you mean \"note\"?")]
    [InlineData("tasks.yaml", "kind: summarisation", "kind: summarization", "tasks.yaml(2): [1].kind must not be \"summarization\"; did you mean \"summarisation\"?")]
    [InlineData("templates.en.yaml", "{{channel}}", "{{chanel}}", "templates.en.yaml(1): [0].text holds {{chanel}}, which is no placeholder; did you mean \"channel\"?")]
    [InlineData("templates.en.yaml", "{{instruction}}", "it", "templates.en.yaml(3): [2].text must hold {{instruction}} once")]
    [InlineData("templates.en.yaml", "Keep to the words.", "{{dialogue}}", "templates.en.yaml(4): [3].text must not hold {{dialogue}}")]
    [InlineData("templates.en.yaml", "Keep to the words.", "{{ words.", "templates.en.yaml(4): [3].text holds {{ or }} that belong to no placeholder")]
    [InlineData("templates.en.yaml", "kind: guidelines,", "kind: guidelines, task: summary,", "templates.en.yaml(1): there is no part of kind guidelines for every scenario and task")]
    [InlineData("templates.en.yaml", "id: en-roles", "id: zh-roles", "templates.en.yaml(2): [1].id \"zh-roles\" is another template part's already")]
    [InlineData("exemplars.zh.yaml", "scenario: complaints", "scenario: complaint", "exemplars.zh.yaml(4): [1].scenario \"complaint\" is no scenario of this pack; did you mean \"complaints\"?")]
    [InlineData("exemplars.zh.yaml", "概括顾客为什么投诉。", "概括。", "exemplars.zh.yaml(5): [1].texts this instruction has 3 characters; it must have 6 to 300")]
    [InlineData("exemplars.zh.yaml", "概括顾客为什么投诉。", "画出投诉的图片来看看。", "exemplars.zh.yaml(5): [1].texts this instruction holds the banned word \"图片\"")]
    [InlineData("exemplars.en.yaml", "task: summary", "task: extraction", "exemplars.en.yaml(1): there is no instruction for the task type \"summary\"")]
    public void A_problem_is_told_with_its_file_and_line(string file, string old, string with, string problem)
    {
        using PackFolder folder = new();
        folder.Replace(file, old, with);

        Assert.Contains(folder.Problems(), told => told.StartsWith(problem, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_problem_of_every_file_is_told_at_once()
    {
        using PackFolder folder = new();
        folder.Replace("scenarios.yaml", "weight: 2", "weight: -1");
        folder.Replace("channels.yaml", "id: counter", "id: Counter");
        folder.Replace("tasks.yaml", "formats: [note]", "formats: []");

        IReadOnlyList<string> problems = folder.Problems();

        Assert.Contains(problems, problem => problem.StartsWith("scenarios.yaml(2)", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.StartsWith("channels.yaml(1)", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.StartsWith("tasks.yaml(2)", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("scenarios.yaml")]
    [InlineData("formats.en.yaml")]
    public void A_missing_file_is_named(string file)
    {
        using PackFolder folder = new();
        folder.Delete(file);

        Assert.Contains(folder.Problems(), problem => problem.StartsWith($"{file}: the file is missing", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("- id: orders\n  title: [", "scenarios.yaml(3): this is no YAML")]
    [InlineData("", "scenarios.yaml(1): this is no YAML: the text is empty")]
    [InlineData("[]", "scenarios.yaml(1): the list is empty")]
    [InlineData("a: &x [1]\nb: *x", "scenarios.yaml(1): this is no YAML: anchors and aliases")]
    [InlineData("- !!str x", "scenarios.yaml(1): this is no YAML: tags (!) are not read")]
    [InlineData("- id: a\n  id: b", "scenarios.yaml(2): id is there twice")]
    [InlineData("--- []\n--- []", "scenarios.yaml(2): this is no YAML: there is a second document")]
    [InlineData("just words", "scenarios.yaml(1): must be a list")]
    public void What_is_no_list_of_mappings_is_told(string text, string problem)
    {
        using PackFolder folder = new();
        folder.Write("scenarios.yaml", text);

        Assert.Contains(folder.Problems(), told => told.StartsWith(problem, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData('[', "nested deeper")]
    [InlineData(' ', "longer than")]
    public void A_text_without_bounds_is_refused(char character, string problem)
    {
        using PackFolder folder = new();
        folder.Write("scenarios.yaml", new string(character, character == '[' ? 100_000 : 1_100_000));

        Assert.Contains(folder.Problems(), told => told.Contains(problem, StringComparison.Ordinal));
    }
}
