using DialInsight.Contracts.PromptAssembly;
using DialInsight.DomainPacks.Dialogues;
using DialInsight.DomainPacks.Formats;
using DialInsight.DomainPacks.Packs;
using DialInsight.LanguageModels;
using DialInsight.LanguageModels.Facts;

namespace DialInsight.Labeling.Labels;

/// <summary>An assignment as the model reads it.</summary>
internal sealed class LabelPrompt(LabelAssignment assignment, DomainPack? pack)
{
    private const int MostErrorsTold = 20;

    private readonly string _text = LabelText.User(assignment.Prompt, assignment.Turns, pack, assignment.Language);

    /// <summary>The first asking.</summary>
    public ModelRequest First() => Request(ModelPurpose.Label, [System(), new ModelMessage("user", _text)]);

    /// <summary>The second, with the errors of the first answer.</summary>
    public ModelRequest Repair(string answer, IReadOnlyList<AnswerError> errors)
    {
        string list = string.Join('\n', errors.Take(MostErrorsTold).Select(error => $"- {error.Field}: {error.Message}"));
        string demand = assignment.Language == "zh"
            ? $"你的回答不符合要求：\n{list}\n请改正后重新给出完整的回答，只输出回答本身。"
            : $"Your answer does not meet the requirements:\n{list}\nCorrect it and give the whole answer again, and nothing but the answer.";
        return Request(
            ModelPurpose.Repair,
            [System(), new ModelMessage("user", _text), new ModelMessage("assistant", answer), new ModelMessage("user", demand)]);
    }

    private ModelMessage System() => new("system", LabelText.System(assignment.Language));

    private ModelRequest Request(string purpose, IReadOnlyList<ModelMessage> messages) => new()
    {
        Purpose = purpose,
        Messages = messages,
        ResponseSchema = FormatSchema.Json(assignment.Format),
        Draw = assignment.Number,
        Run = assignment.RunId,
        Work = assignment.AttemptId,
        Facts = new LabelFacts(assignment, pack),
        Transcripts = [assignment.TranscriptId],
    };
}
