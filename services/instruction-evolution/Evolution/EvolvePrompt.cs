using DialInsight.Contracts;
using DialInsight.InstructionEvolution.Seeding;
using DialInsight.LanguageModels;
using DialInsight.LanguageModels.Facts;

namespace DialInsight.InstructionEvolution.Evolution;

/// <summary>Asks a model to make an instruction out of another; scenario, roles and dialogue travel with it, so that it stays grounded.</summary>
internal static class EvolvePrompt
{
    /// <summary>As lineage records it.</summary>
    public const string Version = "evolve/1";

    private const string Schema =
        """{"type":"object","additionalProperties":false,"required":["instruction","gain"],"properties":{"instruction":{"type":"string"},"gain":{"type":"boolean"}}}""";

    /// <summary>The request.</summary>
    public static ModelRequest Request(CellSubject subject, EvolutionOperator @operator, string instruction, IReadOnlyList<Turn> dialogue, string? transcriptId) => new()
    {
        Purpose = ModelPurpose.Evolve,
        Messages = subject.Language == "zh" ? Chinese(subject, @operator, instruction, dialogue) : English(subject, @operator, instruction, dialogue),
        ResponseSchema = Schema,
        Facts = new EvolveFacts(subject.Language, subject.Pack, subject.Scenario, subject.TaskType, dialogue, @operator.Id, instruction),
        Transcripts = transcriptId is null ? [] : [transcriptId],
    };

    private static ModelMessage[] Chinese(CellSubject subject, EvolutionOperator @operator, string instruction, IReadOnlyList<Turn> dialogue) =>
    [
        new("system", "你负责改进用于业务对话的任务指令。结果必须通顺、能够仅凭对话完成，并用中文书写；不要回答指令，也不要提到改写这件事。只输出 JSON：{\"instruction\":\"…\",\"gain\":true 或 false}，gain 表示结果是否比原来要求更高。"),
        new("user",
            $"""
            业务场景：{subject.Scenario.Title["zh"]}
            对话角色：{SeedPrompt.Roles(subject, "、")}
            任务类型：{subject.TaskType.Title["zh"]}
            要求：{@operator.Chinese}{(@operator.Deepens ? "大约增加 10 到 40 个字。" : "")}

            一段真实对话：
            {SeedPrompt.Shown(dialogue, subject)}

            指令：
            {instruction}
            """),
    ];

    private static ModelMessage[] English(CellSubject subject, EvolutionOperator @operator, string instruction, IReadOnlyList<Turn> dialogue) =>
    [
        new("system", "You improve task instructions for business conversations. The outcome reads well, can be carried out from the dialogue alone and is in English; do not carry it out, and do not speak of rewriting. Write JSON only: {\"instruction\":\"…\",\"gain\":true or false}, where gain says whether it demands more than before."),
        new("user",
            $"""
            Scenario: {subject.Scenario.Title["en"]}
            Speakers: {SeedPrompt.Roles(subject, ", ")}
            Task type: {subject.TaskType.Title["en"]}
            What to do: {@operator.English}{(@operator.Deepens ? " Add some 10 to 20 words." : "")}

            A real dialogue:
            {SeedPrompt.Shown(dialogue, subject)}

            Instruction:
            {instruction}
            """),
    ];
}
