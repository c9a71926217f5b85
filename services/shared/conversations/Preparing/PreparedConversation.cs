using DialInsight.Contracts;
using DialInsight.Contracts.Ingest;
using DialInsight.Conversations.Cleaning;
using DialInsight.Pseudonyms;

namespace DialInsight.Conversations.Preparing;

/// <summary>What became of a record: a conversation that may be kept, or why it may not.</summary>
/// <param name="Conversation">The conversation; null when it was refused.</param>
/// <param name="Refusal">Why it was refused, and what to do; null when it was not. Never quotes the record.</param>
/// <param name="Notes">What its sender may want to mend.</param>
/// <param name="Removed">What cleaning removed, without personal data; empty unless it was asked for.</param>
/// <param name="Replaced">The surrogates in each turn's text; empty unless it was asked for.</param>
public sealed record Preparation(
    PreparedConversation? Conversation, string? Refusal, IReadOnlyList<PreparationNote> Notes, IReadOnlyList<RemovedText> Removed, IReadOnlyList<IReadOnlyList<ReplacedSpan>> Replaced);

/// <summary>A conversation that may be kept: normalised, in the pack's words, without personal data.</summary>
public sealed record PreparedConversation
{
    /// <summary>
    /// The conversation's identity, from its turns as they were before personal data was replaced: a better detector names it the same. The key keeps
    /// anyone from testing guesses at what was said.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>Which record of which source it was read from: <c>source/file#record</c>.</summary>
    public required string Origin { get; init; }

    /// <summary>The domain pack; null where there is none.</summary>
    public string? Domain { get; init; }

    /// <summary>The scenario's id.</summary>
    public required string Scenario { get; init; }

    /// <summary>How the scenario was found.</summary>
    public required ScenarioOrigin ScenarioOrigin { get; init; }

    /// <summary>The scenario as the record or the request gave it.</summary>
    public string? GivenScenario { get; init; }

    /// <summary>The channel's id, or its name as given.</summary>
    public string? Channel { get; init; }

    /// <summary>The language's code.</summary>
    public required string Language { get; init; }

    /// <summary><c>zh-Hans</c> or <c>zh-Hant</c> where the language is Chinese and the text tells.</summary>
    public string? Script { get; init; }

    /// <summary>The encoding that the source was found to be in; null for UTF-8.</summary>
    public string? Encoding { get; init; }

    /// <summary>Where it comes from, as given.</summary>
    public string? Source { get; init; }

    /// <summary>The person it is about, as given.</summary>
    public string? Subject { get; init; }

    /// <summary>The turns, with surrogates in the place of personal data.</summary>
    public required IReadOnlyList<Turn> Turns { get; init; }

    /// <summary>How much personal data was replaced, by type.</summary>
    public required IReadOnlyDictionary<string, int> Pseudonyms { get; init; }

    /// <summary>How often each rule of cleaning removed something.</summary>
    public required IReadOnlyDictionary<string, int> Cleaned { get; init; }

    /// <summary>Why it may be of no use, by <see cref="Cleaning.Coherence"/>; empty where nothing tells.</summary>
    public required IReadOnlyList<string> Coherence { get; init; }
}
