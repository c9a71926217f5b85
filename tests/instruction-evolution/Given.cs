using DialInsight.Contracts;
using DialInsight.Contracts.Ingest;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.Storage;

namespace DialInsight.InstructionEvolution.Tests;

/// <summary>What the other services tell.</summary>
internal static class Given
{
    /// <summary>Thresholds decide the gates, and each instruction is evolved once.</summary>
    public static CurationPolicy OneRound { get; } = CurationPolicy.Thresholds with { Rounds = 1 };

    /// <summary>People decide the gates, and each instruction is evolved once.</summary>
    public static CurationPolicy ManualOneRound { get; } = CurationPolicy.Manual with { Rounds = 1 };

    private static readonly DateTimeOffset s_then = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static TranscriptIngested Transcript(string id, string language = "zh", string scenario = "buying") => new()
    {
        Id = DeterministicId.Guid("test-transcript", id),
        OccurredAt = s_then,
        TranscriptId = id,
        Domain = "real-estate",
        Scenario = scenario,
        ScenarioOrigin = ScenarioOrigin.Given,
        Language = language,
        Turns = language == "zh"
            ?
            [
                new Turn("customer", "你好，我想买一套两居室，预算大概三百五十万，最好靠近地铁。"),
                new Turn("agent", "三百五十万在这一带可以看城南的小区，首付您准备了多少？"),
                new Turn("customer", "首付一百二十万左右，贷款利率现在是多少？学区我也比较在意。"),
                new Turn("agent", "利率我帮您查，周六上午十点可以带您看房，两套都是满五唯一。"),
            ]
            :
            [
                new Turn("customer", "Hi, I want to buy a two-bedroom flat close to the metro, my budget is around three hundred thousand."),
                new Turn("agent", "There are two flats within that budget. How much of a down payment have you saved?"),
                new Turn("customer", "About ninety thousand. What is the mortgage rate now? Schools matter to us as well."),
                new Turn("agent", "Let me check the rate. I can show you both flats on Saturday at ten."),
            ],
    };

    public static RunStarted Run(string id, CurationPolicy curation, int wanted = 4, string language = "zh", params string[] tasks) => new()
    {
        Id = DeterministicId.Guid("test-run", id),
        OccurredAt = TimeProvider.System.GetUtcNow(),
        RunId = id,
        Recipe = "test",
        Domain = "real-estate",
        Language = language,
        Seed = 1,
        Curation = curation,
        Cells =
        [
            .. (tasks.Length == 0 ? ["summarisation"] : tasks).Select(task => new RunCell
            {
                CellId = $"buying/{task}",
                Scenario = "buying",
                TaskType = task,
                Target = 10,
                InstructionsWanted = wanted,
                GroundingTranscripts = ["t1", "t2"],
            }),
        ],
    };
}
