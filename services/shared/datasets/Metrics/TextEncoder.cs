namespace DialInsight.Datasets.Metrics;

/// <summary>A model that makes vectors of texts, which stand in for token counts when communities are looked for.</summary>
/// <param name="Name">The model's name, as reports tell it.</param>
/// <param name="Threshold">θ of this encoder: the cosine from which two texts are of one community where nobody says.</param>
/// <param name="EncodeAsync">The vectors of texts, by position; none of the texts is blank.</param>
public sealed record TextEncoder(string Name, double Threshold, Func<IReadOnlyList<SourcedText>, CancellationToken, Task<IReadOnlyList<ReadOnlyMemory<float>>>> EncodeAsync)
{
    /// <summary>How many texts wait, at most, before they are worth a call.</summary>
    public const int Batch = 512;
}

/// <summary>A text and where it is from.</summary>
/// <param name="Text">The text.</param>
/// <param name="Transcript">The transcript that it quotes; null where it quotes none, or none is known.</param>
public sealed record SourcedText(string Text, string? Transcript = null);

/// <summary>What an encoder gave is no use; the message says what is wrong with it.</summary>
public sealed class EncoderException(string message) : Exception(message);
