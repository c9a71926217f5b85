using DialInsight.Contracts.PromptAssembly;
using DialInsight.DomainPacks.Packs;

namespace DialInsight.PromptAssembly.Tests.Fixtures;

/// <summary>One small pack: a library's service desk.</summary>
internal static class TestPack
{
    public static DomainPack Library { get; } = new()
    {
        Name = "library",
        Version = "1",
        Languages = ["en"],
        DefaultScenario = "lending",
        Scenarios = [new Scenario { Id = "lending", Title = Text("Lending") }, new Scenario { Id = "rooms", Title = Text("Rooms"), Weight = 3 }],
        Channels = [new Channel { Id = "desk", Title = Text("at the desk") }, new Channel { Id = "phone", Title = Text("by phone") }],
        Roles = [new SpeakerRole { Id = "reader", Title = Text("Reader") }],
        TaskTypes =
        [
            new TaskType { Id = "summary", Kind = TaskKind.Summarisation, Title = Text("Summary"), Formats = ["prose"] },
            new TaskType { Id = "reply", Kind = TaskKind.SpeechGeneration, Title = Text("Reply"), Formats = ["prose"] },
        ],
        TemplateParts =
        [
            Part("scene-1", TemplatePartKind.ScenarioDescription, "A {{ channel }} about {{scenario}}."),
            Part("scene-2", TemplatePartKind.ScenarioDescription, "{{scenario}}, by {{channel}}."),
            Part("roles-1", TemplatePartKind.RoleIntroduction, "Speaking: {{roles}}."),
            Part("task-1", TemplatePartKind.TaskNarrative, "Your task: {{ instruction }}"),
            Part("task-2", TemplatePartKind.TaskNarrative, "{{task}}: {{instruction}}"),
            Part("guide-1", TemplatePartKind.Guidelines, "Keep to the {{scenario}} at hand."),
            Part("format-1", TemplatePartKind.OutputFormat, "Answer so: {{format}}"),
            Part("block-1", TemplatePartKind.DialogueBlock, "The talk:\n{{ dialogue }}\nEnd of the {{task}}'s talk."),
        ],
        Formats = [new LocalisedFormat { Language = "en", Format = new OutputFormat { Id = "prose", Kind = OutputFormatKind.Text } }],
        Exemplars = [],
    };

    public static TaskType Summary => Library.TaskTypes[0];

    private static TemplatePart Part(string id, TemplatePartKind kind, string text) => new() { Id = id, Kind = kind, Language = "en", Text = text };

    private static LocalisedText Text(string text) => new(new Dictionary<string, string> { ["en"] = text });
}
