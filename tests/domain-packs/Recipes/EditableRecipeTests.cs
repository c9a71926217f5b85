using DialInsight.DomainPacks.Recipes;

namespace DialInsight.DomainPacks.Tests.Recipes;

public sealed class EditableRecipeTests
{
    private const string Commented = """
        # What we want by spring.
        name: spring   # the second try
        domain: real-estate
        language: zh

        cells:
          # sales first
          - { scenario: buying, task: comparison, target: 8, weight: 3 } # the most
          - scenario: selling      # written out
            task: summarisation
            target: 6
          # and the rest
          - { scenario: renting, task: comparison, target: 5, tagret: 4 }
        # Who pays?
        budget: { currency: USD, limit: 25 }
        gate:
          minimumFill: 1.0   # all of it
          # nothing said twice
          minimumRichness: 0.6
        sampling: { channels: { badge-recording: 2 } }
        surprise: "kept, too"

        """;

    [Fact]
    public void What_nobody_changes_stays_letter_by_letter()
    {
        EditableRecipe recipe = Read(Commented).With("name", "spring").With("cells[0].target", "8").With("attempts", null).WithValues("exports", ["messages"]);

        Assert.Equal(Commented.TrimEnd() + "\nexports: [messages]\n", recipe.Text);
    }

    [Theory]
    [InlineData("name", "autumn", "name: spring   # the second try", "name: autumn   # the second try")]
    [InlineData("cells[0].target", "9", "target: 8, weight: 3 } # the most", "target: 9, weight: 3 } # the most")]
    [InlineData("cells[1].target", "7", "- scenario: selling      # written out\n    task: summarisation\n    target: 6\n", "- { scenario: selling, task: summarisation, target: 7 }\n")]
    [InlineData("cells[2].weight", "1.5", "tagret: 4 }", "tagret: 4, weight: 1.5 }")]
    [InlineData("budget.limit", "12.5", "limit: 25 }", "limit: 12.5 }")]
    [InlineData("budget.limit", null, "{ currency: USD, limit: 25 }", "{ currency: USD }")]
    [InlineData("gate.minimumFill", "0.9", "minimumFill: 1.0   # all of it", "minimumFill: 0.9   # all of it")]
    [InlineData("gate.minimumHigh", "0.7", "  minimumRichness: 0.6\n", "  minimumRichness: 0.6\n  minimumHigh: 0.7\n")]
    [InlineData("name", "a # b: c", "name: spring   # the second try", "name: \"a # b: c\"   # the second try")]
    public void A_change_touches_its_own_line(string path, string? value, string before, string after)
    {
        string text = Read(Commented).With(path, value).Text;

        Assert.Equal(Commented.Replace(before, after, StringComparison.Ordinal), text);
        Assert.Equal(value, Read(text).Value(path));
    }

    [Fact]
    public void Cells_are_added_moved_and_taken_away_with_their_comments_left()
    {
        EditableRecipe recipe = Read(Commented).Arranged("cells", [2, null, 0]).With("cells[1].scenario", "buying").With("cells[1].target", "3");

        Assert.Contains(
            "  # sales first\n  - { scenario: renting, task: comparison, target: 5, tagret: 4 }\n  - { scenario: buying, target: 3 }\n  - { scenario: buying, task: comparison, target: 8, weight: 3 } # the most\n  # and the rest\n# Who pays?",
            recipe.Text,
            StringComparison.Ordinal);
        Assert.Equal(3, recipe.Count("cells"));
    }

    [Fact]
    public void A_mapping_whose_last_value_goes_goes_with_it()
    {
        string text = Read(Commented).With("budget.currency", null).With("budget.limit", null).Text;

        Assert.Equal(Commented.Replace("budget: { currency: USD, limit: 25 }\n", "", StringComparison.Ordinal), text);
    }

    [Theory]
    [InlineData("{\"name\": \"spring\", \"seed\": 1, \"cells\": [{\"scenario\": \"buying\", \"target\": 8}]}")]
    [InlineData("{\n  \"name\": \"spring\",\n  \"seed\": 1,\n  \"cells\": [\n    {\"scenario\": \"buying\", \"target\": 8}\n  ]\n}")]
    [InlineData("{name: spring, seed: 1,\n  cells: [{scenario: buying, target: 8}]}")]
    public void A_recipe_between_braces_is_written_as_lines_when_it_changes(string text)
    {
        Assert.Equal(text, Read(text).With("name", "spring").Text);

        Assert.Equal("name: spring\nseed: 2\ncells:\n  - { scenario: buying, target: 8 }\n", Read(text).With("seed", "2").Text);
    }

    [Fact]
    public void Braces_over_several_lines_are_written_in_one_when_they_change()
    {
        string text = Read("name: spring\ngate: {\n  minimumFill: 1,\n  minimumHigh: 0.5\n}\nseed: 3\n").With("gate.minimumHigh", "0.6").Text;

        Assert.Equal("name: spring\ngate: { minimumFill: 1, minimumHigh: 0.6 }\nseed: 3\n", text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("- a list")]
    [InlineData("name: [")]
    [InlineData("name: a\nname: b")]
    [InlineData("name: &anchor a")]
    public void What_cannot_be_edited_by_fields_is_told(string text) => Assert.Null(EditableRecipe.Parse(text));

    /// <summary>Any texts at any places: what was put in is read again, and nothing else has changed.</summary>
    [Fact]
    public void What_is_put_in_is_read_again_and_nothing_else_changes()
    {
        string[] places = ["name", "seed", "cells[0].target", "cells[1].scenario", "cells[2].tagret", "budget.currency", "gate.minimumFill", "gate.minimumHigh", "sampling.channels.pad-recording", "surprise", "new"];
        string[] values = ["12", "-3.5", "true", "null", "~", "", " a", "a ", "- x", "a: b", "a #b", "\"q\"", "it's", "{x}", "[y]", "多行", "two\nlines", "&a", "!t", "*", "@", "%", "1,000", "\\", "---"];
        var random = new Random(20);
        for (int round = 0; round < 2_000; round++)
        {
            string place = places[random.Next(places.Length)], value = values[random.Next(values.Length)];
            EditableRecipe before = Read(Commented), after = Read(before.With(place, value).Text);

            Assert.Equal(value, after.Value(place));
            Assert.All(places.Where(other => other != place), other => Assert.Equal(before.Value(other), after.Value(other)));
        }
    }

    private static EditableRecipe Read(string text) => EditableRecipe.Parse(text)!;
}
