using DialInsight.DomainPacks.Formats;

namespace DialInsight.DomainPacks.Tests.Formats;

public sealed class AnswerValidatorTests
{
    [Theory]
    [InlineData("""{"原话":["预算三百五十万"],"意向":" 高 ","面积":89.50,"约看":true,"备注":"急\"售\""}""")]
    [InlineData("```json\n{\"意向\": \"高\", \"面积\": 89.50, \"约看\": true, \"原话\": [\"预算三百五十万\"], \"备注\": \"急\\\"售\\\"\"}\n```")]
    public void An_object_is_valid_in_any_order_and_canonical_in_the_formats_order(string answer)
    {
        AnswerValidation validation = Samples.Validate(Samples.Card, answer);

        Assert.Empty(validation.Errors);
        Assert.Equal("""{"意向":"高","面积":89.50,"约看":true,"原话":["预算三百五十万"],"备注":"急\"售\""}""", validation.Canonical);
    }

    [Fact]
    public void What_need_not_be_there_is_null_in_the_canonical_form() =>
        Assert.Equal(
            """{"意向":"低","面积":null,"约看":null,"原话":["好的"],"备注":null}""",
            Samples.Validate(Samples.Card, """{"意向":"低","原话":["好的"],"备注":"  "}""").Canonical);

    [Theory]
    [InlineData("我想买个三居室")]
    [InlineData("预算 三百五十万，首付30%吧！")]
    [InlineData("b座有一套")]
    [InlineData("89.5 平")]
    public void A_quotation_is_found_in_spite_of_width_case_space_and_punctuation(string quotation) =>
        Assert.True(Samples.Validate(Samples.Card, $$"""{"意向":"高","原话":["{{quotation}}"]}""").IsValid);

    [Theory]
    [InlineData("预算三百六十万")]
    [InlineData("895平")]
    [InlineData("首付30%吧。好的")]
    [InlineData("客户：我想买个三居室")]
    [InlineData("……")]
    public void A_quotation_that_nobody_said_is_told(string quotation) =>
        Assert.Equal([("原话", AnswerErrorKind.QuotationNotFound)], Samples.Errors(Samples.Card, $$"""{"意向":"高","原话":["{{quotation}}"]}"""));

    [Theory]
    [InlineData("""{"原话":["好的"]}""", "意向", AnswerErrorKind.MissingField)]
    [InlineData("""{"意向":null,"原话":["好的"]}""", "意向", AnswerErrorKind.MissingField)]
    [InlineData("""{"意向":"中","原话":["好的"]}""", "意向", AnswerErrorKind.NotAChoice)]
    [InlineData("""{"意向":"","原话":["好的"]}""", "意向", AnswerErrorKind.Empty)]
    [InlineData("""{"意向":1,"原话":["好的"]}""", "意向", AnswerErrorKind.WrongType)]
    [InlineData("""{"意向":"高","原话":"好的"}""", "原话", AnswerErrorKind.WrongType)]
    [InlineData("""{"意向":"高","原话":[1]}""", "原话", AnswerErrorKind.WrongType)]
    [InlineData("""{"意向":"高","原话":[]}""", "原话", AnswerErrorKind.Empty)]
    [InlineData("""{"意向":"高","原话":[" "]}""", "原话", AnswerErrorKind.Empty)]
    [InlineData("""{"意向":"高","原话":["好的"],"面积":"89"}""", "面积", AnswerErrorKind.WrongType)]
    [InlineData("""{"意向":"高","原话":["好的"],"面积":1e999}""", "面积", AnswerErrorKind.WrongType)]
    [InlineData("""{"意向":"高","原话":["好的"],"约看":"是"}""", "约看", AnswerErrorKind.WrongType)]
    [InlineData("""{"意向":"高","原话":["好的"],"预算":1}""", "预算", AnswerErrorKind.UnknownField)]
    [InlineData("""{"意向":"高","意向":"低","原话":["好的"]}""", "意向", AnswerErrorKind.UnknownField)]
    [InlineData("""[{"意向":"高"}]""", "", AnswerErrorKind.NotParsable)]
    [InlineData("""好的，结果是 {"意向":"高"}""", "", AnswerErrorKind.NotParsable)]
    [InlineData("""{"意向":"高","原话":["好的"],}""", "", AnswerErrorKind.NotParsable)]
    [InlineData("""{"意向":"\ud800","原话":["好的"]}""", "", AnswerErrorKind.NotParsable)]
    [InlineData("", "", AnswerErrorKind.Empty)]
    [InlineData("```json\n```", "", AnswerErrorKind.Empty)]
    public void What_is_wrong_with_an_object_is_told_by_field(string answer, string field, AnswerErrorKind kind)
    {
        AnswerValidation validation = Samples.Validate(Samples.Card, answer);

        Assert.False(validation.IsValid);
        Assert.Contains(validation.Errors, error => error.Field == field && error.Kind == kind);
        Assert.All(validation.Errors, error => Assert.NotEmpty(error.Message));
    }

    [Fact]
    public void A_table_is_read_by_its_header_and_written_in_the_formats_order() =>
        Assert.Equal(
            "| 项目 | 数值 |\n| --- | --- |\n| 总价\\|万 | 350 |\n| 首付 |  |",
            Samples.Validate(Samples.Table, "|数值|项目|\n|:--|--:|\n| 350 | 总价\\|万 |\n\n|  |首付|").Canonical);

    [Theory]
    [InlineData("| 项目 | 数值 |\n| --- | --- |", AnswerErrorKind.TooShort)]
    [InlineData("| 项目 | 数值 |\n| --- | --- |\n| a | 1 |\n| b | 2 |\n| c | 3 |", AnswerErrorKind.TooLong)]
    [InlineData("| 项目 |\n| --- |\n| a |", AnswerErrorKind.MissingField)]
    [InlineData("| 项目 | 数值 | 多 |\n| --- | --- | --- |\n| a | 1 | x |", AnswerErrorKind.UnknownField)]
    [InlineData("| 项目 | 数值 |\n| --- | --- |\n| a | 一 |", AnswerErrorKind.WrongType)]
    [InlineData("| 项目 | 数值 |\n| --- | --- |\n|  | 1 |", AnswerErrorKind.Empty)]
    [InlineData("| 项目 | 数值 |\n| --- | --- |\n| a |", AnswerErrorKind.NotParsable)]
    [InlineData("| 项目 | 数值 |\n| a | 1 |", AnswerErrorKind.NotParsable)]
    [InlineData("如下：\n| 项目 | 数值 |\n| --- | --- |\n| a | 1 |", AnswerErrorKind.NotParsable)]
    public void What_is_wrong_with_a_table_is_told(string answer, AnswerErrorKind kind) =>
        Assert.Contains(Samples.Errors(Samples.Table, answer), error => error.Kind == kind);

    [Fact]
    public void A_list_is_written_with_dashes() =>
        Assert.Equal("- 一\n- 二", Samples.Validate(Samples.List, "* 一\n\n  •二 ").Canonical);

    [Theory]
    [InlineData("- 一", AnswerErrorKind.TooShort)]
    [InlineData("- 1\n- 2\n- 3\n- 4", AnswerErrorKind.TooLong)]
    [InlineData("- 1\n-", AnswerErrorKind.Empty)]
    [InlineData("如下：\n- 1\n- 2", AnswerErrorKind.NotParsable)]
    [InlineData("-5\n-6", AnswerErrorKind.NotParsable)]
    public void What_is_wrong_with_a_list_is_told(string answer, AnswerErrorKind kind) =>
        Assert.Contains(Samples.Errors(Samples.List, answer), error => error.Kind == kind);

    [Theory]
    [InlineData("一二三", AnswerErrorKind.TooShort)]
    [InlineData("一二三四五六七八九", AnswerErrorKind.TooLong)]
    public void Prose_is_held_to_its_length(string answer, AnswerErrorKind kind) =>
        Assert.Equal([("", kind)], Samples.Errors(Samples.Prose, answer));

    [Fact]
    public void Characters_beyond_the_basic_plane_count_once() =>
        Assert.True(Samples.Validate(Samples.Prose, "😀😀😀😀😀😀😀😀").IsValid);

    [Fact]
    public void Errors_speak_the_prompts_language()
    {
        Assert.Contains("必填", Samples.Validate(Samples.Card, "{}").Errors[0].Message, StringComparison.Ordinal);
        Assert.Contains("is required", Samples.Validate(Samples.Card, "{}", "en").Errors[0].Message, StringComparison.Ordinal);
    }
}
