using DialInsight.DomainPacks.Packs;

namespace DialInsight.DomainPacks.Tests.Packs;

public sealed class PromptTests
{
    [Theory]
    [InlineData("real-estate")]
    [InlineData("customer-support")]
    public void Shipped_packs_say_in_both_languages_what_seeds_and_every_operator_ask(string name)
    {
        DomainPack pack = Repository.Packs.Find(name)!;
        string[] ids = [InstructionPrompt.Seed, InstructionPrompt.Evolve, InstructionPrompt.Suggest, .. InstructionPrompt.Operators];

        foreach (string language in pack.Languages)
            Assert.Equal(ids, pack.Prompts.Where(prompt => prompt.Language == language).Select(prompt => prompt.Id));
        Assert.Equal($"{pack.Reference}:deepen/1", pack.Prompt("zh", "deepen").Reference);
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void What_a_pack_does_not_say_is_built_in(string language)
    {
        DomainPack bare = Repository.RealEstate with { Prompts = [] };

        Assert.Equal("built-in:tune/1", Repository.RealEstate.Prompt(language, InstructionPrompt.Tune).Reference);
        Assert.All(InstructionPrompt.Operators, id => Assert.Equal($"built-in:{id}/1", bare.Prompt(language, id).Reference));
    }

    [Theory]
    [InlineData("- id: deepens\n  text: More.", "prompts.zh.yaml(1): [0].id \"deepens\" is no prompt; did you mean \"deepen\"?")]
    [InlineData("- id: deepen\n  text: More of {{dialogue}}.", "prompts.zh.yaml(2): [0].text holds {{dialogue}}, which has no place here")]
    [InlineData("- id: seed\n  text: Some of {{examples}} in {{dialogue}}.", "prompts.zh.yaml(2): [0].text must hold {{count}} once")]
    [InlineData("- id: deepen\n  text: More }} of it.", "prompts.zh.yaml(2): [0].text holds {{ or }} that belong to no placeholder")]
    [InlineData("- id: deepen\n  text: More.\n- id: deepen\n  text: More.", "prompts.zh.yaml(3): [1].id \"deepen\" is another prompt's already")]
    public void A_prompt_that_could_not_be_filled_stops_the_start(string yaml, string problem)
    {
        using PackFolder folder = new();
        folder.Write("prompts.zh.yaml", yaml);

        Assert.Contains(problem, folder.Problems());
    }
}
