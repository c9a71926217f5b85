using DialInsight.Contracts;
using DialInsight.DomainPacks.Dialogues;
using DialInsight.DomainPacks.Packs;
using DialInsight.LanguageModels;
using DialInsight.LanguageModels.Facts;

namespace DialInsight.InstructionEvolution.Seeding;

/// <summary>Asks a model for new instructions, grounded in scenario, roles, a real dialogue and examples.</summary>
internal static class SeedPrompt
{
    /// <summary>As lineage records it.</summary>
    public const string Version = "seed/1";

    private const string Schema =
        """{"type":"object","additionalProperties":false,"required":["instructions"],"properties":{"instructions":{"type":"array","items":{"type":"string"}}}}""";

    /// <summary>The request for one draw.</summary>
    public static ModelRequest Request(CellSubject subject, SeedPlan plan, IReadOnlyList<Turn> dialogue, int draw) => new()
    {
        Purpose = ModelPurpose.Seed,
        Messages = subject.Language == "zh" ? Chinese(subject, plan, dialogue) : English(subject, plan, dialogue),
        ResponseSchema = Schema,
        Draw = draw,
        Facts = new SeedFacts(subject.Language, subject.Pack, subject.Scenario, subject.TaskType, dialogue, plan.Ask, plan.Examples),
        Transcripts = plan.TranscriptId is { } id ? [id] : [],
    };

    private static ModelMessage[] Chinese(CellSubject subject, SeedPlan plan, IReadOnlyList<Turn> dialogue) =>
    [
        new("system", "你熟悉业务对话，为大语言模型设计任务指令。指令要贴合真实业务、能够仅凭对话完成、彼此不同，并且用中文书写。只输出 JSON，形如 {\"instructions\":[\"…\"]}。"),
        new("user",
            $"""
            业务场景：{subject.Scenario.Title["zh"]}
            对话角色：{Roles(subject, "、")}
            任务类型：{subject.TaskType.Title["zh"]}

            已有指令示例：
            {Numbered(plan.Examples)}

            一段真实对话：
            {Shown(dialogue, subject)}

            请针对这一场景和任务类型写出 {plan.Ask} 条新的指令。每条 6 到 300 个字，不得与示例雷同，不要包含对话中的个人信息，也不要回答指令。
            """),
    ];

    private static ModelMessage[] English(CellSubject subject, SeedPlan plan, IReadOnlyList<Turn> dialogue) =>
    [
        new("system", "You know business conversations and design tasks for language models. Your instructions fit the real business, can be carried out from the dialogue alone, differ from one another and are in English. Write JSON only: {\"instructions\":[\"…\"]}."),
        new("user",
            $"""
            Scenario: {subject.Scenario.Title["en"]}
            Speakers: {Roles(subject, ", ")}
            Task type: {subject.TaskType.Title["en"]}

            Instructions that exist:
            {Numbered(plan.Examples)}

            A real dialogue:
            {Shown(dialogue, subject)}

            Write {plan.Ask} new instructions for this scenario and task type, 4 to 150 words each. Repeat none of those above, leave out personal details of the dialogue, and do not carry the instructions out.
            """),
    ];

    /// <summary>The roles of the scenario, as people call them.</summary>
    public static string Roles(CellSubject subject, string separator)
    {
        IEnumerable<SpeakerRole> roles = subject.Pack.Roles.Where(role => subject.Scenario.Roles.Count == 0 || subject.Scenario.Roles.Contains(role.Id));
        return string.Join(separator, roles.Select(role => role.Title[subject.Language]));
    }

    /// <summary>The dialogue as lines.</summary>
    public static string Shown(IReadOnlyList<Turn> dialogue, CellSubject subject) =>
        dialogue.Count == 0 ? (subject.Language == "zh" ? "（暂无）" : "(none)") : DialogueText.Render(dialogue, subject.Pack, subject.Language);

    private static string Numbered(IReadOnlyList<string> examples) =>
        examples.Count == 0 ? "-" : string.Join('\n', examples.Select((example, index) => $"{index + 1}. {example}"));
}
