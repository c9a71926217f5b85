using System.Text.Json;
using DialInsight.DomainPacks.Packs;

namespace DialInsight.DomainPacks.Tests.Packs;

public sealed class FieldMappingTests
{
    [Fact]
    public void A_pack_may_have_mappings_and_need_not()
    {
        using PackFolder folder = new();
        Assert.Empty(folder.Read().Mappings);

        folder.Write("mappings.yaml", "- { name: till, turns: lines, alternate: [customer, baker], text: '[0]' }");
        FieldMapping mapping = Assert.Single(folder.Read().Mappings);
        Assert.Equal(("till", "lines", "[0]"), (mapping.Name, mapping.Turns.Text, mapping.Text!.Text));
    }

    [Theory]
    [InlineData("- { name: till, turns: lines }", "mappings.yaml(1): [0].role must be told by exactly one of role, speakers, alternate")]
    [InlineData("- { name: till, turns: 'a..b', role: who }", "mappings.yaml(1): [0].turns \"a..b\" is no path")]
    [InlineData("[]", "mappings.yaml(1): the list is empty")]
    public void A_problem_of_a_mapping_is_told_with_its_line(string yaml, string problem)
    {
        using PackFolder folder = new();
        folder.Write("mappings.yaml", yaml);
        Assert.Contains(folder.Problems(), told => told.StartsWith(problem, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a", "[1,[2,3]]")]
    [InlineData("a[1]", "[2,3]")]
    [InlineData("a[1][0]", "2")]
    [InlineData("b.c d.名", "\"x\"")]
    [InlineData("a[9]", null)]
    [InlineData("b[0]", null)]
    [InlineData("b.x", null)]
    public void A_path_leads_to_a_value_or_nowhere(string path, string? value)
    {
        using JsonDocument document = JsonDocument.Parse("""{"a":[1,[2,3]],"b":{"c d":{"名":"x"}}}""");
        Assert.Equal(value, FieldPath.Parse(path)!.Find(document.RootElement)?.GetRawText());
    }

    [Theory]
    [InlineData("")]
    [InlineData(".a")]
    [InlineData("a.")]
    [InlineData("a[x]")]
    [InlineData("a[")]
    [InlineData("a[99999]")]
    [InlineData(" a")]
    public void What_is_no_path_is_none(string path) => Assert.Null(FieldPath.Parse(path));
}
