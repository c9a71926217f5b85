using DialInsight.Quality.Judging;
using DialInsight.Quality.Releases;

namespace DialInsight.Quality.Exports;

/// <summary>A sample as training formats need it.</summary>
/// <param name="Instruction">The prompt, with a reference to the input where its dialogue stands.</param>
/// <param name="Dialogue">The dialogue.</param>
/// <param name="Prompt">The whole prompt, as the labeller read it.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Part">The part of the split that its conversation is in.</param>
/// <param name="Rejected">An answer to the same prompt that was not accepted; null when there is none.</param>
internal sealed record TrainingExample(string Instruction, string Dialogue, string Prompt, string Answer, string Part = Split.Train, string? Rejected = null)
{
    /// <summary>The example of a released sample.</summary>
    public static TrainingExample Of(ReleasedSample sample) => new(
        SampleText.PromptWithReference(sample.Sample.Assignment),
        sample.Dialogue,
        SampleText.Whole(sample.Sample.Assignment, sample.Dialogue),
        sample.Answer,
        sample.Row.Part ?? Split.Of(sample.Sample.Assignment.TranscriptId),
        sample.RejectedAnswer);
}
