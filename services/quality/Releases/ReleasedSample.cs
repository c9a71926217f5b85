using DialInsight.Quality.Judging;

namespace DialInsight.Quality.Releases;

/// <summary>A row of a release with its sample.</summary>
/// <param name="Row">The place in the release.</param>
/// <param name="Sample">The sample.</param>
/// <param name="Dialogue">Its dialogue as text.</param>
/// <param name="Refused">A sample that was judged and not accepted, perhaps of the same prompt; null when there is none.</param>
internal sealed record ReleasedSample(ReleaseRow Row, Sample Sample, string Dialogue, Sample? Refused = null)
{
    /// <summary>An answer to the same prompt that was not accepted: the labeller's own where a person corrected it, else one that was rejected; null when there is none.</summary>
    public string? RejectedAnswer => Answer != Sample.Answer ? Sample.Answer
        : Refused is { } refused && refused.Answer != Answer && refused.Assignment.Prompt == Sample.Assignment.Prompt && refused.Assignment.Turns.SequenceEqual(Sample.Assignment.Turns) ? refused.Answer
        : null;

    /// <summary>The answer: a person's, where one corrected it.</summary>
    public string Answer => Row.EditedAnswer ?? Sample.Answer;
}
