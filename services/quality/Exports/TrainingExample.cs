using DialInsight.Quality.Judging;
using DialInsight.Quality.Releases;

namespace DialInsight.Quality.Exports;

/// <summary>A sample as training formats need it.</summary>
/// <param name="Instruction">The prompt, with a reference to the input where its dialogue stands.</param>
/// <param name="Dialogue">The dialogue.</param>
/// <param name="Prompt">The whole prompt, as the labeller read it.</param>
/// <param name="Answer">The answer.</param>
internal sealed record TrainingExample(string Instruction, string Dialogue, string Prompt, string Answer)
{
    /// <summary>The example of a released sample.</summary>
    public static TrainingExample Of(ReleasedSample sample) => new(
        SampleText.PromptWithReference(sample.Sample.Assignment),
        sample.Dialogue,
        SampleText.Whole(sample.Sample.Assignment, sample.Dialogue),
        sample.Answer);
}
