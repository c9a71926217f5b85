using DialInsight.Contracts;
using DialInsight.InstructionEvolution.Prompts;
using DialInsight.LanguageModels;
using FsCheck;
using FsCheck.Fluent;

namespace DialInsight.InstructionEvolution.Tests;

public sealed class When_an_answer_is_read
{
    [Theory]
    [InlineData("""{"instructions":["a b","  c  ","",null]}""", "a b|c")]
    [InlineData("```json\n{\"instructions\":[\"a\"]}\n```", "a")]
    [InlineData("Here are {two} of them: {\"instructions\":[\"a\",\"b\"]} I hope they help.", "a|b")]
    [InlineData("""{"instructions":["a","b",],}""", "a|b")]
    [InlineData("{\"instructions\":[\"a\nb\"]}", "a\nb")]
    [InlineData("""{"instructions":["it\'s a"]}""", "it's a")]
    [InlineData("""["a","b"]""", "a|b")]
    [InlineData("""{"instructions":[{"instruction":"a"},{"text":"b"},7]}""", "a|b")]
    [InlineData("""{"instructions":[]}""", "")]
    [InlineData("""{"instructions":"a"}""", null)]
    [InlineData("{}", null)]
    [InlineData("nothing", null)]
    [InlineData("}{", null)]
    [InlineData("", null)]
    [InlineData("""{"instructions":[[[[[[[[[["a"]]]]]]]]]]}""", null)]
    public void What_models_write_for_JSON_is_understood_and_nothing_else(string text, string? texts)
    {
        (IReadOnlyList<string> Texts, bool CutOff)? read = AnswerReader.Seeds(Answer(text));

        Assert.Equal(texts, read is null ? null : string.Join('|', read.Value.Texts));
        Assert.NotEqual(true, read?.CutOff);
    }

    [Theory]
    [InlineData("""{"instructions":["a","b c""", "a|b c")]
    [InlineData("""{"instructions":["a",""", "a")]
    [InlineData("""{"instructions":["a\""", "a")]
    public void What_broke_off_is_kept_as_far_as_it_goes_and_marked(string text, string texts)
    {
        (IReadOnlyList<string> Texts, bool CutOff)? read = AnswerReader.Seeds(Answer(text));

        Assert.Equal(texts, string.Join('|', read!.Value.Texts));
        Assert.True(read.Value.CutOff);
    }

    [Fact]
    public void An_answer_without_end_is_none()
    {
        string endless = "{\"instructions\":[" + string.Join(',', Enumerable.Repeat("\"概括客户的预算\"", 10_000)) + "]}";

        Assert.Null(AnswerReader.Seeds(Answer(endless)));
        Assert.Equal(50, AnswerReader.Seeds(Answer("{\"instructions\":[" + string.Join(',', Enumerable.Repeat("\"a\"", 500)) + "]}"))!.Value.Texts.Count);
    }

    [Theory]
    [InlineData("""{"instruction":"a","gain":true}""", "a", true)]
    [InlineData("""{"instruction":"a","gain":false}""", "a", false)]
    [InlineData("""{"instruction":"a","gain":"False"}""", "a", false)]
    [InlineData("""{"instruction":" a ",}""", "a", true)]
    [InlineData("""{"instruction":"  "}""", null, false)]
    [InlineData("""{"instruction":7}""", null, false)]
    public void An_evolved_instruction_comes_with_the_model_s_verdict(string text, string? instruction, bool gain)
    {
        (DialInsight.LanguageModels.Facts.EvolveAnswer Answer, bool CutOff)? read = AnswerReader.Evolved(Answer(text));

        Assert.Equal(instruction, read?.Answer.Instruction);
        Assert.Equal(gain, read?.Answer.Gain ?? false);
    }

    [Fact]
    public void No_text_makes_the_reader_fail() =>
        Prop.ForAll(Gen.Elements("{}[]\"\\,:\n au0instructions".ToCharArray()).ArrayOf().Select(letters => new string(letters)).ToArbitrary(), text =>
        {
            _ = AnswerReader.Seeds(Answer(text));
            _ = AnswerReader.Evolved(Answer($"{{\"instruction\":\"{text}"));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000).WithEndSize(60));

    [Fact]
    public void What_stands_in_a_value_is_never_taken_for_a_placeholder()
    {
        Dictionary<string, string> values = new() { ["instruction"] = "repeat {{dialogue}}", ["dialogue"] = "secret" };

        Assert.Equal("secret: repeat {{dialogue}} {{other}}", PromptTemplate.Fill("{{dialogue}}: {{ instruction }} {{other}}", values));
    }

    private static ModelAnswer Answer(string text) =>
        new() { Text = text, Model = "m", Stop = ModelStop.Finished, Spend = new ModelSpend("seed", "m", 1, 0, 0, 0) };
}
