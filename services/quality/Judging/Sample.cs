using System.Diagnostics;
using DialInsight.Contracts;
using DialInsight.Contracts.Labeling;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.Storage;

namespace DialInsight.Quality.Judging;

/// <summary>A labelled sample as it came. Never changed: what people edit stands in the judgement.</summary>
internal sealed record Sample
{
    /// <summary>The collection <c>samples</c>.</summary>
    public static CollectionDefinition<Sample> Definition { get; } = new(
        "samples", sample => sample.Id, new("run", sample => sample.Assignment.RunId), new("subject", sample => sample.Assignment.Subject),
        new("transcript", sample => sample.Assignment.TranscriptId));

    /// <summary>The attempt's id.</summary>
    public required string Id { get; init; }

    /// <summary>What was asked.</summary>
    public required LabelAssignment Assignment { get; init; }

    /// <summary>The answer, in its format's canonical form.</summary>
    public required string Answer { get; init; }

    /// <summary>The model that answered.</summary>
    public required string Labeller { get; init; }

    /// <summary>Whether it took a repair.</summary>
    public bool Repaired { get; init; }

    /// <summary>When it was labelled (UTC).</summary>
    public required DateTimeOffset LabelledAt { get; init; }

    /// <summary>What the labelling used.</summary>
    public IReadOnlyList<ModelSpend> Spend { get; init; } = [];

    /// <summary>The span in which it came, as a W3C <c>traceparent</c>: its release goes on in that trace. Null where nobody traces.</summary>
    public string? Trace { get; init; }

    /// <summary>The sample that a message tells of.</summary>
    public static Sample From(SampleLabeled message) => new()
    {
        Id = message.Assignment.AttemptId,
        Assignment = message.Assignment,
        Answer = message.Answer,
        Labeller = message.Labeller,
        Repaired = message.Repaired,
        LabelledAt = message.OccurredAt,
        Spend = message.Spend,
        Trace = Activity.Current?.Id,
    };
}
