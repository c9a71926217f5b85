using DialInsight.Contracts;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.Contracts.Quality;
using DialInsight.Quality.Judging;

namespace DialInsight.Quality.Reviews;

/// <summary>A sample as a reviewer sees it.</summary>
internal sealed record ReviewItem
{
    /// <summary>The sample's id.</summary>
    public required string Id { get; init; }

    /// <summary>The run.</summary>
    public required string RunId { get; init; }

    /// <summary>The cell.</summary>
    public required string CellId { get; init; }

    /// <summary>The domain pack and its version, <c>name@version</c>.</summary>
    public required string Domain { get; init; }

    /// <summary>The language.</summary>
    public required string Language { get; init; }

    /// <summary>The instruction.</summary>
    public required string Instruction { get; init; }

    /// <summary>The dialogue.</summary>
    public required IReadOnlyList<Turn> Turns { get; init; }

    /// <summary>The prompt around the dialogue.</summary>
    public required AssembledPrompt Prompt { get; init; }

    /// <summary>What the answer must look like.</summary>
    public required OutputFormat Format { get; init; }

    /// <summary>The answer.</summary>
    public required string Answer { get; init; }

    /// <summary>Whether the judge's view is kept back, so that the reviewer's is their own.</summary>
    public required bool Blind { get; init; }

    /// <summary>The judgement's revision, to be sent with the decision: so that it does not take the place of one that somebody makes meanwhile.</summary>
    public required int Revision { get; init; }

    /// <summary>The judge's votes; empty when blind.</summary>
    public IReadOnlyList<Vote> Votes { get; init; } = [];

    /// <summary>The item for a sample. Only where the judge could not decide is its view shown.</summary>
    public static ReviewItem Of(Sample sample, Judgement judgement)
    {
        bool blind = judgement.Outcome != JudgementOutcome.InReview;
        return new ReviewItem
        {
            Id = sample.Id,
            RunId = sample.Assignment.RunId,
            CellId = sample.Assignment.CellId,
            Domain = sample.Assignment.Domain,
            Language = sample.Assignment.Language,
            Instruction = sample.Assignment.Instruction,
            Turns = sample.Assignment.Turns,
            Prompt = sample.Assignment.Prompt,
            Format = sample.Assignment.Format,
            Answer = judgement.EditedAnswer ?? sample.Answer,
            Blind = blind,
            Revision = judgement.Revision,
            Votes = blind ? [] : judgement.Votes,
        };
    }
}
