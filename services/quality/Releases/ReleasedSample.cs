using DialInsight.Quality.Judging;

namespace DialInsight.Quality.Releases;

/// <summary>A row of a release with its sample.</summary>
/// <param name="Row">The place in the release.</param>
/// <param name="Sample">The sample.</param>
/// <param name="Dialogue">Its dialogue as text.</param>
internal sealed record ReleasedSample(ReleaseRow Row, Sample Sample, string Dialogue)
{
    /// <summary>The answer: a person's, where one corrected it.</summary>
    public string Answer => Row.EditedAnswer ?? Sample.Answer;
}
