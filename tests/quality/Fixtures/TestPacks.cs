using DialInsight.Contracts.PromptAssembly;
using DialInsight.DomainPacks.Packs;

namespace DialInsight.Quality.Tests.Fixtures;

/// <summary>One small pack: a library's service desk.</summary>
internal static class TestPacks
{
    public static DomainPack Library { get; } = new()
    {
        Name = "library",
        Version = "1",
        Languages = ["en"],
        DefaultScenario = "lending",
        Scenarios = [new Scenario { Id = "lending", Title = Text("Lending & returns") }, new Scenario { Id = "rooms", Title = Text("Rooms") }],
        Channels = [],
        Roles =
        [
            new SpeakerRole { Id = "librarian", Title = Text("Librarian"), Staff = true },
            new SpeakerRole { Id = "reader", Title = Text("Reader") },
        ],
        TaskTypes = [new TaskType { Id = "summary", Kind = TaskKind.Summarisation, Title = Text("Summary"), Formats = ["prose"] }],
        TemplateParts = [],
        Formats = [],
        Exemplars = [],
    };

    public static IDomainPacks All { get; } = new DomainPackSet([Library]);

    private static LocalisedText Text(string text) => new(new Dictionary<string, string> { ["en"] = text });
}
