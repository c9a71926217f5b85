using System.Text.Json;

namespace DialInsight.DomainPacks.Packs;

/// <summary>Where a JSON shape keeps what a conversation is made of. A record has the shape when <see cref="Fits"/> says so.</summary>
public sealed record FieldMapping
{
    /// <summary>The name that a request asks for it by.</summary>
    public required string Name { get; init; }

    /// <summary>From a document to its list of conversations, or to its object of them by id; null where a record is a conversation.</summary>
    public FieldPath? Conversations { get; init; }

    /// <summary>From a conversation to its list of turns.</summary>
    public required FieldPath Turns { get; init; }

    /// <summary>From a turn to its words: a text, or a list of texts; null where the turn itself is that.</summary>
    public FieldPath? Text { get; init; }

    /// <summary>From a turn to who speaks; null where <see cref="Speakers"/> or <see cref="Alternate"/> tell.</summary>
    public FieldPath? Role { get; init; }

    /// <summary>From a conversation to a list of speakers, one a turn.</summary>
    public FieldPath? Speakers { get; init; }

    /// <summary>Speakers who take turns, the first one first.</summary>
    public IReadOnlyList<string> Alternate { get; init; } = [];

    /// <summary>From a turn to when it was said: an instant, or an offset in seconds or as <c>hh:mm:ss</c>.</summary>
    public FieldPath? Time { get; init; }

    /// <summary>From a conversation to its id. Conversations of an object have their key otherwise.</summary>
    public FieldPath? Id { get; init; }

    /// <summary>From a conversation to its scenario.</summary>
    public FieldPath? Scenario { get; init; }

    /// <summary>From a conversation to its channel.</summary>
    public FieldPath? Channel { get; init; }

    /// <summary>From a conversation to its language.</summary>
    public FieldPath? Language { get; init; }

    /// <summary>From a conversation to the person it is about.</summary>
    public FieldPath? Subject { get; init; }

    /// <summary>Speakers' labels and what they are called here; labels that are not named stay as they are.</summary>
    public IReadOnlyDictionary<string, string> Roles { get; init; } = new Dictionary<string, string>();

    /// <summary>Labels whose turns nobody said: a system's prompt, a tool's answer.</summary>
    public IReadOnlyList<string> Skip { get; init; } = [];

    /// <summary>Whether Chinese characters stand apart as tokens (<c>你 好</c>) and are to be joined.</summary>
    public bool Spaced { get; init; }

    /// <summary>Why records of this shape cannot be taken, and what to do; null where they can.</summary>
    public string? Refusal { get; init; }

    /// <summary>Whether a record has this shape: the turns are there, and the first one has words and a speaker where they are looked for.</summary>
    public bool Fits(JsonElement record)
    {
        if (Conversations is not null)
            return Conversations.Find(record) is { } list && First(list) is { } conversation && FitsConversation(conversation);
        return FitsConversation(record);
    }

    private bool FitsConversation(JsonElement conversation) =>
        Turns.Find(conversation) is { ValueKind: JsonValueKind.Array } turns
        && (Speakers is null || Speakers.Find(conversation) is { ValueKind: JsonValueKind.Array })
        && turns.GetArrayLength() > 0
        && (Text is null ? turns[0].ValueKind is JsonValueKind.String or JsonValueKind.Array : Text.Find(turns[0]) is not null)
        && (Role is null || Role.Find(turns[0]) is not null);

    private static JsonElement? First(JsonElement list) => list.ValueKind switch
    {
        JsonValueKind.Array when list.GetArrayLength() > 0 => list[0],
        JsonValueKind.Object => list.EnumerateObject().Select(entry => (JsonElement?)entry.Value).FirstOrDefault(),
        _ => null,
    };
}
