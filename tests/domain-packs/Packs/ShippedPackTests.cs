using System.Text.RegularExpressions;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.DomainPacks.Packs;
using DialInsight.TextAnalysis.Overlap;

namespace DialInsight.DomainPacks.Tests.Packs;

public sealed class ShippedPackTests
{
    public static TheoryData<string, string> PacksAndLanguages => new(
        from pack in new[] { "real-estate", "customer-support" }
        from language in new[] { "zh", "en" }
        select (pack, language));

    [Fact]
    public void Both_packs_are_valid_and_speak_both_languages()
    {
        Assert.Equal(["customer-support", "real-estate"], Repository.Packs.All.Select(pack => pack.Name));
        Assert.All(Repository.Packs.All, pack => Assert.Equal(["zh", "en"], pack.Languages));
    }

    [Fact]
    public void Real_estate_has_the_scenarios_and_the_ten_channels_of_the_method()
    {
        Assert.Equal(["buying", "selling", "renting", "home-improvement"], Repository.RealEstate.Scenarios.Select(scenario => scenario.Id));
        Assert.Equal(10, Repository.RealEstate.Channels.Count);
    }

    [Theory]
    [MemberData(nameof(PacksAndLanguages))]
    public void Every_kind_of_template_part_has_variants(string name, string language)
    {
        DomainPack pack = Repository.Packs.Find(name)!;

        foreach (TemplatePartKind kind in Enum.GetValues<TemplatePartKind>())
            Assert.True(pack.TemplateParts.Count(part => part.Language == language && part.Kind == kind) >= 3, $"{kind}");
    }

    [Theory]
    [MemberData(nameof(PacksAndLanguages))]
    public void Every_task_type_has_several_formats_and_instructions(string name, string language)
    {
        DomainPack pack = Repository.Packs.Find(name)!;

        foreach (TaskType task in pack.TaskTypes)
        {
            Assert.True(task.Formats.Count >= 2, task.Id);
            Assert.True(pack.Exemplars.Count(exemplar => exemplar.Language == language && exemplar.TaskType == task.Id && exemplar.Scenario is null) >= 4, task.Id);
            Assert.All(pack.Scenarios, scenario => Assert.Contains(pack.Exemplars, exemplar =>
                exemplar.Language == language && exemplar.TaskType == task.Id && exemplar.Scenario == scenario.Id));
        }

        Assert.Equal(Enum.GetValues<TaskKind>(), pack.TaskTypes.Select(task => task.Kind).Order());
    }

    [Theory]
    [MemberData(nameof(PacksAndLanguages))]
    public void Instructions_differ_from_one_another(string name, string language)
    {
        string[] texts = [.. Repository.Packs.Find(name)!.Exemplars.Where(exemplar => exemplar.Language == language).Select(exemplar => exemplar.Text)];

        for (int i = 0; i < texts.Length; i++)
        {
            for (int j = i + 1; j < texts.Length; j++)
                Assert.True(RougeL.F(texts[i], texts[j], language) < 0.7, $"{texts[i]}\n{texts[j]}");
        }
    }

    [Theory]
    [MemberData(nameof(PacksAndLanguages))]
    public void Instructions_have_a_reasonable_length(string name, string language)
    {
        foreach (Exemplar exemplar in Repository.Packs.Find(name)!.Exemplars.Where(exemplar => exemplar.Language == language))
            Assert.InRange(language == "zh" ? exemplar.Text.Length : exemplar.Text.Split(' ').Length, language == "zh" ? 15 : 10, 120);
    }

    [Theory]
    [MemberData(nameof(PacksAndLanguages))]
    public void Every_format_is_told_whole_in_its_prompt_text(string name, string language)
    {
        foreach (LocalisedFormat format in Repository.Packs.Find(name)!.Formats.Where(format => format.Language == language))
        {
            string text = DomainPacks.Formats.FormatText.Render(format.Format, language);
            Assert.All(format.Format.Fields, field => Assert.Contains(field.Name, text, StringComparison.Ordinal));
            Assert.All(format.Format.Fields.SelectMany(field => field.Choices), choice => Assert.Contains(choice, text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Every_pattern_can_be_built_for_the_engine_that_never_backtracks()
    {
        string[] patterns = [.. Repository.Packs.All.SelectMany(pack => pack.Formats).SelectMany(format => format.Hints.Values).SelectMany(hint => hint.Patterns).Distinct()];

        Assert.NotEmpty(patterns);
        Assert.All(patterns, pattern => Assert.Equal(RegexOptions.NonBacktracking, new Regex(pattern, RegexOptions.NonBacktracking).Options));
    }
}
