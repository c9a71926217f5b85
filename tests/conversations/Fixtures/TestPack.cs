using DialInsight.DomainPacks.Packs;

namespace DialInsight.Conversations.Tests.Fixtures;

/// <summary>One small pack: a library's service desk.</summary>
internal static class TestPack
{
    public static DomainPack Library { get; } = new()
    {
        Name = "library",
        Version = "1",
        Languages = ["en", "zh"],
        DefaultScenario = "lending",
        Scenarios =
        [
            new Scenario { Id = "lending", Title = Text("Lending", "借阅") },
            new Scenario { Id = "rooms", Title = Text("Rooms", "自习室"), Aliases = ["study room"], Keywords = Words(["reading room"], ["自习室"]) },
        ],
        Channels = [new Channel { Id = "desk", Title = Text("Service desk", "服务台"), Aliases = ["counter"] }],
        Roles =
        [
            new SpeakerRole { Id = "librarian", Title = Text("Librarian", "馆员"), Aliases = ["desk officer", "管理员"], Staff = true },
            new SpeakerRole { Id = "reader", Title = Text("Reader", "读者"), Aliases = ["visitor"] },
        ],
        TaskTypes = [],
        TemplateParts = [],
        Formats = [],
        Exemplars = [],
    };

    private static LocalisedText Text(string english, string chinese) => new(new Dictionary<string, string> { ["en"] = english, ["zh"] = chinese });

    private static Dictionary<string, IReadOnlyList<string>> Words(string[] english, string[] chinese) => new() { ["en"] = english, ["zh"] = chinese };
}
