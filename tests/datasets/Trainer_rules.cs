using DialInsight.Datasets.Trainers;

namespace DialInsight.Datasets.Tests;

/// <summary>The rules by which LLaMA-Factory's converters and chat fine-tuning endpoints take a row.</summary>
public sealed class Trainer_rules
{
    [Fact]
    public void An_alpaca_row_with_prompt_and_answer_is_taken() =>
        Assert.Null(TrainerRules.AlpacaRow("Sum it up.", "A: hello", "They greet.", null, [["q", "a"]]));

    [Theory]
    [InlineData("", " ", "answer", "instruction and input are empty")]
    [InlineData("do", "", " \n", "output is empty")]
    [InlineData("do\0", "", "answer", "instruction holds a NUL character")]
    public void An_alpaca_row_is_refused_with_its_reason(string instruction, string input, string output, string reason) =>
        Assert.Equal(reason, TrainerRules.AlpacaRow(instruction, input, output, null, []));

    [Fact]
    public void A_row_with_half_a_character_is_refused() =>
        Assert.Equal("output holds half a character", TrainerRules.AlpacaRow("do", "", "half " + (char)0xD83D, null, []));

    [Fact]
    public void An_alpaca_history_is_pairs() =>
        Assert.NotNull(TrainerRules.AlpacaRow("do", "", "answer", null, [["only a question"]]));

    [Theory]
    [InlineData("do", "", "good", "bad", null)]
    [InlineData("", " ", "good", "bad", "instruction and input are empty")]
    [InlineData("do", "", "good", " ", "an answer is empty")]
    [InlineData("do", "", "same", "same", "both answers are the same")]
    [InlineData("do", "", "good", "bad\0", "rejected holds a NUL character")]
    public void A_preference_row_has_two_answers_that_differ(string instruction, string input, string chosen, string rejected, string? refusal) =>
        Assert.Equal(refusal, TrainerRules.PreferenceRow(instruction, input, chosen, rejected));

    [Theory]
    [InlineData("human gpt")]
    [InlineData("system human gpt")]
    [InlineData("human function_call observation gpt")]
    public void A_sharegpt_row_alternates_after_a_leading_system_turn(string speakers) =>
        Assert.Null(TrainerRules.ShareGptRow(Turns(speakers)));

    [Theory]
    [InlineData("")]
    [InlineData("system")]
    [InlineData("human")]
    [InlineData("gpt human")]
    [InlineData("human human")]
    [InlineData("human gpt human")]
    [InlineData("human system gpt")]
    [InlineData("human assistant")]
    public void A_sharegpt_row_out_of_order_is_refused(string speakers) => Assert.NotNull(TrainerRules.ShareGptRow(Turns(speakers)));

    [Fact]
    public void A_sharegpt_turn_without_words_is_refused() =>
        Assert.Equal("turn 2 is empty", TrainerRules.ShareGptRow([("human", "hello"), ("gpt", "")]));

    [Theory]
    [InlineData("user assistant")]
    [InlineData("system user assistant user assistant")]
    [InlineData("user assistant tool tool assistant")]
    public void A_chat_row_ends_with_the_assistant(string roles) => Assert.Null(TrainerRules.MessagesRow(Turns(roles)));

    [Theory]
    [InlineData("")]
    [InlineData("system")]
    [InlineData("user")]
    [InlineData("assistant")]
    [InlineData("user user assistant")]
    [InlineData("user system assistant")]
    [InlineData("user bot")]
    [InlineData("user assistant user")]
    public void A_chat_row_out_of_order_is_refused(string roles) => Assert.NotNull(TrainerRules.MessagesRow(Turns(roles)));

    private static (string, string)[] Turns(string speakers) =>
        [.. speakers.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(speaker => (speaker, "words"))];
}
