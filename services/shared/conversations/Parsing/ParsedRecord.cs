using DialInsight.Contracts;

namespace DialInsight.Conversations.Parsing;

/// <summary>One record of a request as it was read: a conversation, or why there is none.</summary>
/// <param name="Position">Where it stands.</param>
/// <param name="Conversation">The conversation; null when it was refused.</param>
/// <param name="Refusal">Why it was refused, and what to do; null when it was not. Never quotes the record.</param>
public sealed record ParsedRecord(RecordPosition Position, ParsedConversation? Conversation, string? Refusal)
{
    internal static ParsedRecord Of(RecordPosition position, ParsedConversation conversation) => new(position, conversation, null);

    internal static ParsedRecord Refused(RecordPosition position, string refusal) => new(position, null, refusal);
}

/// <summary>Where a record stands in its request.</summary>
/// <param name="Index">Its number, from 0, among all records of the request.</param>
/// <param name="Line">The line it starts on, from 1; null where the format has no lines.</param>
/// <param name="File">The file of an archive or upload it is in; null for a plain body.</param>
public sealed record RecordPosition(int Index, int? Line, string? File);

/// <summary>A conversation as its source had it.</summary>
public sealed record ParsedConversation
{
    /// <summary>The id that the record gives, or the file's name; null where there is neither.</summary>
    public string? Id { get; init; }

    /// <summary>The scenario in the source's words.</summary>
    public string? Scenario { get; init; }

    /// <summary>The channel in the source's words.</summary>
    public string? Channel { get; init; }

    /// <summary>The language in the source's words.</summary>
    public string? Language { get; init; }

    /// <summary>Where the record says that it comes from.</summary>
    public string? Source { get; init; }

    /// <summary>The person it is about.</summary>
    public string? Subject { get; init; }

    /// <summary>The encoding that was detected; null for UTF-8.</summary>
    public string? Encoding { get; init; }

    /// <summary>The turns, the roles as the source names them.</summary>
    public required IReadOnlyList<Turn> Turns { get; init; }
}
