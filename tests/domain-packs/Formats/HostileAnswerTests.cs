using System.Text;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.DomainPacks.Formats;
using FsCheck;
using FsCheck.Fluent;

namespace DialInsight.DomainPacks.Tests.Formats;

public sealed class HostileAnswerTests
{
    private static readonly OutputFormat[] All = [Samples.Card, Samples.Table, Samples.List, Samples.Prose];

    /// <summary>Pieces that answers are made of, and pieces that break them.</summary>
    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", "\"", ":", ",", "\\", "|", "---", "- ", "\n", "```", "```json\n", "null", "true", "1e999", "\"意向\"", "\"高\"",
        "\"原话\"", "[\"好的\"]", "| 项目 | 数值 |\n| --- | --- |\n", "\\u0000", "\\ud800", "\ud800", "\udc00", "\0", "\u202e", "\ufeff", "😀", "　", "é",
    ];

    [Fact]
    public void Whatever_is_answered_nothing_is_thrown_and_what_is_valid_stays_valid() =>
        Prop.ForAll(Gen.Elements(Pieces).ListOf().Select(string.Concat).ToArbitrary(), answer =>
        {
            foreach (OutputFormat format in All)
            {
                AnswerValidation first = Samples.Validate(format, answer);
                Assert.Equal(first.IsValid, first.Errors.Count == 0);
                if (first.IsValid)
                    Assert.Equal(first, Samples.Validate(format, first.Canonical), (a, b) => a!.IsValid == b!.IsValid && a.Canonical == b.Canonical);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void Any_text_survives_the_way_into_an_object_and_out_of_it() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
        {
            string answer = System.Text.Json.JsonSerializer.Serialize(new Dictionary<string, object> { ["意向"] = "高", ["原话"] = new[] { "好的" }, ["备注"] = text.Get });
            AnswerValidation validation = Samples.Validate(Samples.Card, answer);
            Assert.True(validation.IsValid);
            Assert.Equal(validation.Canonical, Samples.Validate(Samples.Card, validation.Canonical).Canonical);
        }).Check(Config.QuickThrowOnFailure);

    [Theory]
    [InlineData("[", 150_000)]
    [InlineData("{\"意向\":", 20_000)]
    [InlineData("| ", 99_000)]
    [InlineData("- a\n", 49_000)]
    [InlineData("```\n", 49_000)]
    [InlineData("x", 5_000_000)]
    public void Endless_answers_are_refused_soon(string piece, int times)
    {
        string answer = new StringBuilder().Insert(0, piece, times).ToString();

        Assert.All(All, format => Assert.False(Samples.Validate(format, answer).IsValid));
    }

    [Fact]
    public void Errors_are_few_and_short_enough_to_be_sent_back()
    {
        string answer = "{" + string.Join(',', Enumerable.Range(0, 5_000).Select(i => $"\"field {i} {new string('x', 10)}\":1")) + "}";

        AnswerValidation validation = Samples.Validate(Samples.Card, answer);

        Assert.InRange(validation.Errors.Count, 1, 20);
        Assert.All(validation.Errors, error => Assert.InRange(error.Message.Length, 1, 300));
    }
}
