namespace DialInsight.Conversations.Preparing;

/// <summary>Something about a record that was kept, which its sender may want to mend.</summary>
/// <param name="Kind">What: <c>language-unknown</c>, <c>language-other</c>, <c>scenario-unknown</c>, <c>role-unknown</c>.</param>
/// <param name="Value">What the record said; of speakers' names their surrogates.</param>
public sealed record PreparationNote(string Kind, string Value)
{
    /// <summary>The record's language is none that is known: it was detected.</summary>
    public const string LanguageUnknown = "language-unknown";

    /// <summary>The record's language is known, and neither Chinese nor English: it is kept as <c>other</c>.</summary>
    public const string LanguageOther = "language-other";

    /// <summary>The record's scenario is none of the pack's: it was found by keywords, or is the default.</summary>
    public const string ScenarioUnknown = "scenario-unknown";

    /// <summary>A speaker is none of the pack's roles: the label is kept.</summary>
    public const string RoleUnknown = "role-unknown";
}
