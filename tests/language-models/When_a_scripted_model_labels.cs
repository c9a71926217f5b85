using DialInsight.Contracts;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.DomainPacks.Dialogues;
using DialInsight.DomainPacks.Formats;
using DialInsight.ScriptedModel;

namespace DialInsight.LanguageModels.Tests;

/// <summary>Tests of the whole pipeline rely on a scripted model whose answers fit.</summary>
public sealed class When_a_scripted_model_labels
{
    private static readonly IReadOnlyList<Turn> Turns =
    [
        new("agent", "The flat has two bedrooms | and a balcony."), new("customer", "And what is the rent?"), new("agent", "Five thousand a month."), new("customer", "Hm."),
    ];

    private static readonly IReadOnlyList<FormatField> Fields =
    [
        new() { Name = "mood", Type = FormatFieldType.Choice, Choices = ["calm", "angry"], Required = true },
        new() { Name = "rent", Type = FormatFieldType.Number },
        new() { Name = "settled", Type = FormatFieldType.Boolean, Required = true },
        new() { Name = "evidence", Type = FormatFieldType.Text, Quotation = true, Required = true, Description = "What shows it" },
    ];

    public static TheoryData<OutputFormatKind, string, int?, int?> Formats
    {
        get
        {
            var formats = new TheoryData<OutputFormatKind, string, int?, int?>();
            foreach (OutputFormatKind kind in Enum.GetValues<OutputFormatKind>())
            {
                foreach (string language in (string[])["en", "zh"])
                {
                    formats.Add(kind, language, null, null);
                    formats.Add(kind, language, 2, null);
                    formats.Add(kind, language, null, 6);
                    formats.Add(kind, language, 4, 5);
                    formats.Add(kind, language, 200, 300);
                }
            }

            return formats;
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Should_answer_in_the_format_asked_for(OutputFormatKind kind, string language, int? least, int? most)
    {
        var format = new OutputFormat { Id = "f", Kind = kind, Fields = kind is OutputFormatKind.Object or OutputFormatKind.Table ? Fields : [], Minimum = least, Maximum = most };
        await using ModelPlace place = await ModelPlace.StartAsync();
        ModelPlace.Host host = place.Open();
        string prompt = $"Note: be exact.\n\n{DialogueText.Render(Turns, null, language)}\n\n{FormatText.Render(format, language)}";

        for (int draw = 0; draw < 5; draw++)
        {
            ModelAnswer answer = await host.AskAsync(prompt, FormatSchema.Json(format), draw);
            AnswerValidation validation = AnswerValidator.Validate(format, answer.Text, Turns, language);
            Assert.True(validation.IsValid, $"{answer.Text}\n{string.Join('\n', validation.Errors)}");
        }
    }

    [Fact]
    public async Task Should_choose_what_is_no_choice_when_told_so()
    {
        var format = new OutputFormat { Id = "f", Kind = OutputFormatKind.Object, Fields = Fields };
        await using ModelPlace place = await ModelPlace.StartAsync(new ScriptRule { Do = ScriptedBehaviour.AnswerWrongChoices });

        ModelAnswer answer = await place.Open().AskAsync(DialogueText.Render(Turns, null, "en"), FormatSchema.Json(format));

        AnswerError error = Assert.Single(AnswerValidator.Validate(format, answer.Text, Turns, "en").Errors);
        Assert.Equal((AnswerErrorKind.NotAChoice, "mood"), (error.Kind, error.Field));
    }
}
