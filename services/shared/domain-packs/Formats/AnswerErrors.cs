namespace DialInsight.DomainPacks.Formats;

/// <summary>Gathers what is wrong with an answer; no more than a model could be asked to mend.</summary>
internal sealed class AnswerErrors(string language)
{
    private const int Most = 20;

    private readonly List<AnswerError> errors = [];
    private readonly FormatWords words = FormatWords.In(language);

    /// <summary>What was found.</summary>
    public IReadOnlyList<AnswerError> All => errors;

    /// <summary>The words it is told with.</summary>
    public FormatWords Words => words;

    /// <summary>Adds an error; the detail is what its kind speaks of: a value, a type, a bound.</summary>
    public void Add(AnswerErrorKind kind, string field = "", string detail = "")
    {
        if (errors.Count < Most)
            errors.Add(new AnswerError(field, kind, words.Error(kind, field, detail)));
    }

    /// <summary>Holds a count to the format's bounds.</summary>
    public void CheckCount(int count, int? least, int? most)
    {
        if (count < least)
            Add(AnswerErrorKind.TooShort, "", $"{least}");
        if (count > most)
            Add(AnswerErrorKind.TooLong, "", $"{most}");
    }
}
