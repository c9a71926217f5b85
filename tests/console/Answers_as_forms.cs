using DialInsight.Contracts.PromptAssembly;
using DialInsight.WebConsole.Layout;
using DialInsight.WebConsole.Reviews;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace DialInsight.Console.Tests;

public sealed class Answers_as_forms
{
    private static readonly OutputFormat s_table = new()
    {
        Id = "t",
        Kind = OutputFormatKind.Table,
        Fields = [new FormatField { Name = "who" }, new FormatField { Name = "words", Quotation = true }],
    };

    private static readonly OutputFormat s_list = new() { Id = "l", Kind = OutputFormatKind.List };

    [Fact]
    public void A_table_is_read_as_it_was_written() => Prop.ForAll(
        ArbMap.Default.ArbFor<(NonNull<string>, NonNull<string>)[]>(),
        rows =>
        {
            string[][] kept = [.. rows.Select(row => new[] { Plain(row.Item1.Get), Plain(row.Item2.Get) }).Where(row => row.Any(cell => cell.Length > 0))];
            return kept.SelectMany(row => row).SequenceEqual(AnswerTable.Read(["who", "words"], AnswerTable.Write(["who", "words"], kept))!.SelectMany(row => row));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_table_is_corrected_cell_by_cell_with_a_row_more_and_one_less()
    {
        const string Answer = "| who | words |\n| --- | --- |\n| customer | a \\| b |\n| agent | fine |";
        Assert.Null(AnswerForm.Write(s_table, Answer, Form(("field:0:0", "customer"), ("field:0:1", "a | b"), ("field:1:0", "agent"), ("field:1:1", "fine"))));

        string? corrected = AnswerForm.Write(s_table, Answer, Form(("field:0:0", ""), ("field:0:1", ""), ("field:1:0", "agent"), ("field:1:1", "fine"), ("field:2:0", "customer"), ("field:2:1", "c|d")));

        Assert.Equal("| who | words |\n| --- | --- |\n| agent | fine |\n| customer | c\\|d |", corrected);
        Assert.Equal(["a | b", "fine"], AnswerForm.Quotations(s_table, Answer));
    }

    [Fact]
    public void A_list_is_corrected_line_by_line()
    {
        Assert.Null(AnswerForm.Write(s_list, "- one\n- two", Form(("answer", "one\r\ntwo"))));
        Assert.Equal("- one\n- three", AnswerForm.Write(s_list, "- one\n- two", Form(("answer", "one\r\n\r\n- three"))));
    }

    [Theory]
    [InlineData("| who | words |\n| --- | --- |\n| too few |")]
    [InlineData("| other | words |\n| --- | --- |\n| a | b |")]
    [InlineData("no table")]
    public void What_is_no_table_stays_text(string answer)
    {
        Assert.Null(AnswerForm.Rows(s_table, answer));
        Assert.Equal("anything", AnswerForm.Write(s_table, answer, Form(("answer", "anything"))));
    }

    [Theory]
    [InlineData("我的预算，是 三百万。", "预算是三百万", "预算，是 三百万")]
    [InlineData("ABC Street 3.5", "abc street", "ABC Street")]
    [InlineData("Ｎｏ．５号楼", "no.5", "Ｎｏ．５")]
    [InlineData("nothing of it", "something", null)]
    [InlineData("……", "……", null)]
    public void Quotations_are_found_as_the_check_of_answers_finds_them(string turn, string quotation, string? marked)
    {
        IReadOnlyList<Stretch> stretches = QuotationMarks.In(turn, [quotation], "quoted");

        Assert.Equal(turn, string.Concat(stretches.Select(stretch => stretch.Text)));
        Assert.Equal(marked, stretches.SingleOrDefault(stretch => stretch.Kind is not null)?.Text);
    }

    private static string Plain(string text) => string.Concat(text.Where(character => !char.IsControl(character) && character is not ('\u0085' or '\u2028' or '\u2029'))).Trim();

    private static FormCollection Form(params (string Name, string Value)[] fields) => new(fields.ToDictionary(field => field.Name, field => new StringValues(field.Value)));
}
