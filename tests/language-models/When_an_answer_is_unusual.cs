using DialInsight.ScriptedModel;

namespace DialInsight.LanguageModels.Tests;

public sealed class When_an_answer_is_unusual
{
    [Theory]
    [InlineData(ScriptedBehaviour.CutOff, ModelStop.Length)]
    [InlineData(ScriptedBehaviour.Refuse, ModelStop.Refused)]
    [InlineData(ScriptedBehaviour.Filter, ModelStop.Refused)]
    [InlineData(ScriptedBehaviour.AnswerNothing, ModelStop.Finished)]
    public async Task Should_say_why_the_model_stopped(ScriptedBehaviour behaviour, ModelStop stop)
    {
        await using ModelPlace place = await ModelPlace.StartAsync(new ScriptRule { Do = behaviour });

        ModelAnswer answer = await place.Open().AskAsync("Hello");

        Assert.Equal(stop, answer.Stop);
    }

    [Fact]
    public async Task Should_hand_on_the_words_of_a_refusal()
    {
        await using ModelPlace place = await ModelPlace.StartAsync(new ScriptRule { Do = ScriptedBehaviour.Refuse, Text = "Not this." });

        Assert.Equal("Not this.", (await place.Open().AskAsync("Hello")).Text);
    }

    [Fact]
    public async Task Should_leave_out_what_the_model_thought_aloud()
    {
        await using ModelPlace place = await ModelPlace.StartAsync(new ScriptRule { Do = ScriptedBehaviour.Answer, Text = "<think>Hm, well.</think>\n\nYes." });

        Assert.Equal("Yes.", (await place.Open().AskAsync("Hello")).Text);
    }

    [Fact]
    public async Task Should_name_the_model_as_it_names_itself()
    {
        await using ModelPlace place = await ModelPlace.StartAsync();

        ModelAnswer answer = await place.Open().AskAsync("Hello");

        Assert.Equal("scripted-model", answer.Model);
        Assert.Equal("scripted-model", answer.Spend.Model);
    }
}
