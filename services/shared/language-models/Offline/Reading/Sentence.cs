namespace DialInsight.LanguageModels.Offline.Reading;

/// <summary>A sentence of a dialogue.</summary>
internal sealed class Sentence
{
    private string? _clean;
    private ulong? _cues;

    /// <summary>The turn it is of, from 0.</summary>
    public required int Turn { get; init; }

    /// <summary>Where in its turn it begins.</summary>
    public required int Start { get; init; }

    /// <summary>Its place among the dialogue's sentences, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>What was said, a substring of the turn.</summary>
    public required string Text { get; init; }

    /// <summary>Who said it.</summary>
    public required Speaker Speaker { get; init; }

    /// <summary>Its content terms.</summary>
    public required IReadOnlyList<Term> Terms { get; init; }

    /// <summary>How telling it is within its dialogue; around 0 to 2.</summary>
    public double Salience { get; set; }

    /// <summary>Whether it asks.</summary>
    public bool Asks => Text[^1] is '?' or '？' || Text.EndsWith('吗') || Text.EndsWith('呢') || Text.EndsWith("吗。", StringComparison.Ordinal);

    /// <summary>Whether it holds a cue.</summary>
    public bool Holds(Cue cue) => ((_cues ??= CueIndex.BitsOf(Text)) & cue.Bit) != 0;

    /// <summary>What was said without fillers and stray spaces, without a closing full stop.</summary>
    public string Clean => _clean ??= Fillers.Remove(Text);
}
