using DialInsight.Contracts.PromptAssembly;
using DialInsight.Quality.Gates;
using DialInsight.Quality.Tests.Fixtures;

namespace DialInsight.Quality.Tests;

public sealed class Hard_gates
{
    private static readonly LabelAssignment s_object = Some.Assignment() with
    {
        Format = new OutputFormat
        {
            Id = "outcome",
            Kind = OutputFormatKind.Object,
            Fields =
            [
                new FormatField { Name = "result", Type = FormatFieldType.Choice, Choices = ["agreed", "refused"], Required = true },
                new FormatField { Name = "quote", Required = true, Quotation = true },
                new FormatField { Name = "note" },
            ],
        },
    };

    [Fact]
    public void A_good_answer_passes_them_all()
    {
        Assert.Empty(HardGates.Check(Some.Assignment(), Some.Sample().Answer));
        Assert.Empty(HardGates.Check(s_object, """{"result":"agreed","quote":"nobody is waiting for it","note":null}"""));
    }

    [Theory]
    [InlineData("""{"result":"maybe","quote":"nobody is waiting for it","note":null}""", "choice")]
    [InlineData("""{"result":"agreed","quote":"never was said","note":null}""", "quotation")]
    [InlineData("""{"result":"agreed"}""", "format")]
    [InlineData("not json at all", "format")]
    [InlineData("""{"result":"agreed","quote":"nobody is waiting for it","note":"读者可以再借两个星期，没有人在等这本书"}""", "language")]
    public void Each_names_what_it_found(string answer, string gate) =>
        Assert.Contains(HardGates.Check(s_object, answer), finding => finding.Gate == gate);

    [Fact]
    public void A_refusal_is_found() =>
        Assert.Contains(HardGates.Check(Some.Assignment(), "I'm sorry, but I cannot help with that request."), finding => finding.Gate == "refusal");

    [Fact]
    public void An_endless_answer_is_too_long_and_not_looked_into() =>
        Assert.Equal("length", Assert.Single(HardGates.Check(Some.Assignment(), new string('x', 1_000_000))).Gate);

    [Fact]
    public void A_short_answer_is_of_no_language() =>
        Assert.Null(LanguageGate.Check(Some.Assignment() with { Language = "zh" }, "Toyota RAV4"));
}
