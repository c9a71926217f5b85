using DialInsight.Contracts;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.Datasets.Metrics;
using DialInsight.Quality.Exports;
using DialInsight.Quality.Judging;
using DialInsight.Quality.Releases;
using DialInsight.Quality.Reports;
using DialInsight.Quality.Selection;
using DialInsight.Storage;

namespace DialInsight.Benchmarks.Exports;

/// <summary>A release of many samples of some two thousand characters each, made by the service's own writer.</summary>
internal static class GeneratedRelease
{
    public const string Name = "exported-v1";
    private static readonly DateTimeOffset s_time = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Keeps the samples, as labelling would have.</summary>
    public static async Task KeepAsync(ExportHost host, int samples)
    {
        var documents = host.Get<IDocumentCollection<Sample>>();
        foreach (int[] batch in Enumerable.Range(0, samples).Chunk(500))
        {
            await documents.InsertManyAsync([.. batch.Select(Sample)], CancellationToken.None);
            if (batch[^1] % 100_000 == 99_999)
                await Console.Error.WriteLineAsync($"{batch[^1] + 1} of {samples} samples kept");
        }
    }

    /// <summary>Has the release made of them.</summary>
    public static Task WriteAsync(ExportHost host, int samples, IReadOnlyList<ReleaseRow> rows) =>
        host.Get<ReleaseWriter>().WriteAsync(Run(samples), Report(), ReleaseBasis.Parse(null), new SelectedRows(rows), CancellationToken.None);

    /// <summary>The rows of the release.</summary>
    public static IReadOnlyList<ReleaseRow> Rows(int samples) => [.. Enumerable.Range(0, samples).Select(Row)];

    /// <summary>The first file of the largest part of the split, and that of the smallest, whose rows are spread over all of the release.</summary>
    public static async Task<IEnumerable<string>> EndsOfSplitAsync(ExportHost host)
    {
        Release release = (await host.Get<IDocumentCollection<Release>>().FindAsync(Name, CancellationToken.None))!.Document;
        return new[] { Split.Train, Split.Test }.Select(part => release.Files.First(file => file.Format == part).Name);
    }

    private static string Id(int slot) => $"run|buying/summary|{slot:D7}|00";

    private static Sample Sample(int slot) => new()
    {
        Id = Id(slot),
        Answer = $"Sample {slot}: the customer looks for a flat with two rooms near the station and wants to see it this week.",
        Labeller = "benchmark",
        LabelledAt = s_time,
        Assignment = new LabelAssignment
        {
            AttemptId = Id(slot),
            RunId = "run",
            CellId = "buying/summary",
            Slot = slot,
            Number = 0,
            Domain = "real-estate@1",
            Scenario = "buying",
            TaskType = "summary",
            TaskKind = TaskKind.Summarisation,
            Language = "en",
            TranscriptId = $"transcript-{slot}",
            Turns = [.. Enumerable.Range(0, 12).Select(turn => new Turn(turn % 2 == 0 ? "customer" : "agent", $"Turn {turn} of conversation {slot}: we spoke about the rooms, the rent, the station nearby, and when to come and see it."))],
            InstructionId = "instruction",
            Instruction = "Summarise what the customer wants.",
            Prompt = new AssembledPrompt("A customer speaks with an agent.", "Summarise what the customer wants in one sentence of plain prose."),
            Format = new OutputFormat { Id = "prose", Kind = OutputFormatKind.Text, Minimum = 10, Maximum = 2000 },
            Judging = new JudgingPolicy(),
        },
    };

    private static ReleaseRow Row(int slot) => new()
    {
        Release = "",
        Position = slot,
        SampleId = Id(slot),
        CellId = "buying/summary",
        Slot = slot,
        Attempts = 1,
        Level = QualityLevel.High,
        DecidedBy = "benchmark",
        Part = Split.Of($"transcript-{slot}"),
    };

    private static CompletedRun Run(int samples) => new()
    {
        Id = "run",
        ReceivedAt = s_time,
        DueAt = s_time,
        Completed = new RunCompleted
        {
            Id = Guid.Empty,
            OccurredAt = s_time,
            RunId = "run",
            Recipe = "exported",
            RecipeText = "{}",
            Domain = "real-estate@1",
            Language = "en",
            Seed = 1,
            Cells = [new CellOutcome { CellId = "buying/summary", Scenario = "buying", TaskType = "summary", Target = samples, Requested = samples, Accepted = samples, Rejected = 0, Failed = 0 }],
            Gate = new ReleaseGate(),
            Exports = ["alpaca", "sharegpt", "messages"],
        },
    };

    private static Report Report() => new()
    {
        RunId = "run",
        Recipe = "exported",
        Domain = "real-estate@1",
        Language = "en",
        Seed = 1,
        MadeAt = s_time,
        Cells = [],
        Quality = new LabelQuality(1, 0, 0, 0, 0),
        Gate = [],
    };
}
