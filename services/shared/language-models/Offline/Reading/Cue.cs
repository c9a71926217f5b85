namespace DialInsight.LanguageModels.Offline.Reading;

/// <summary>
/// Words that speak for something. English words count from their beginning only (<c>agree</c> is in <c>agreed</c>, not in <c>disagree</c>),
/// those of up to three letters as whole words.
/// </summary>
internal sealed class Cue
{
    private static int _made;

    /// <summary>A cue by its words, separated by spaces; <c>_</c> stands for a space inside an English one.</summary>
    public Cue(string chinese, string english)
    {
        Bit = 1UL << (Interlocked.Increment(ref _made) % 64);
        Words = [.. chinese.Split(' ', StringSplitOptions.RemoveEmptyEntries), .. english.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Replace('_', ' ').ToLowerInvariant())];
    }

    /// <summary>The bit that stands for the cue among all cues. There are fewer cues than bits.</summary>
    public ulong Bit { get; }

    /// <summary>The words, English ones in lower case.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>Whether one of the words is in a text.</summary>
    public bool In(ReadOnlySpan<char> text) => (CueIndex.BitsOf(text) & Bit) != 0;
}
