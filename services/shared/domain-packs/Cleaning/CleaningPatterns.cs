namespace DialInsight.DomainPacks.Cleaning;

/// <summary>What is removed from conversations because nobody said it: what programs wrote into them, and broadcasts.</summary>
public sealed record CleaningPatterns
{
    /// <summary>Labels of speakers that are programs (<c>action</c>, 系统消息): their turns go where two others speak.</summary>
    public IReadOnlyList<string> Speakers { get; init; } = [];

    /// <summary>Whole lines.</summary>
    public IReadOnlyList<TextPattern> Lines { get; init; } = [];

    /// <summary>Whole sentences, also among others.</summary>
    public IReadOnlyList<TextPattern> Sentences { get; init; } = [];

    /// <summary>Beginnings of lines; what follows stays.</summary>
    public IReadOnlyList<TextPattern> Prefixes { get; init; } = [];

    /// <summary>Marks that go wherever they stand: <c>[图片]</c>, <c>&lt;Media omitted&gt;</c>.</summary>
    public IReadOnlyList<string> Tokens { get; init; } = [];

    /// <summary>What transcribers note in square brackets, without them: <c>laughter</c>.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What transcribers note in parentheses too: words that nobody puts there otherwise.</summary>
    public IReadOnlyList<string> Asides { get; init; } = [];

    /// <summary>Transcribers' tags, without their angle brackets; words between two of them stay.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Whole lines that are advertisements.</summary>
    public IReadOnlyList<TextPattern> Advertisements { get; init; } = [];

    /// <summary>Words that advertisements hold, by the sign that they are. No sign alone makes an advertisement.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Signs { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Words that fill pauses between commas.</summary>
    public IReadOnlyList<string> Fillers { get; init; } = [];

    /// <summary>Words that fill pauses wherever they stand.</summary>
    public IReadOnlyList<string> Hesitations { get; init; } = [];

    /// <summary>Whether there is nothing.</summary>
    public bool IsEmpty => this == Empty;

    /// <summary>Nothing.</summary>
    public static CleaningPatterns Empty { get; } = new();

    /// <summary>These and others.</summary>
    public CleaningPatterns With(CleaningPatterns more) => new()
    {
        Speakers = [.. Speakers, .. more.Speakers],
        Lines = [.. Lines, .. more.Lines],
        Sentences = [.. Sentences, .. more.Sentences],
        Prefixes = [.. Prefixes, .. more.Prefixes],
        Tokens = [.. Tokens, .. more.Tokens],
        Notes = [.. Notes, .. more.Notes],
        Asides = [.. Asides, .. more.Asides],
        Tags = [.. Tags, .. more.Tags],
        Advertisements = [.. Advertisements, .. more.Advertisements],
        Signs = Signs.Concat(more.Signs).GroupBy(sign => sign.Key, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, IReadOnlyList<string> (same) => [.. same.SelectMany(sign => sign.Value).Distinct(StringComparer.OrdinalIgnoreCase)], StringComparer.Ordinal),
        Fillers = [.. Fillers, .. more.Fillers],
        Hesitations = [.. Hesitations, .. more.Hesitations],
    };
}
