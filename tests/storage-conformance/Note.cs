namespace DialInsight.Storage.Conformance;

public enum NoteState
{
    Open,
    InReview,
    Closed,
}

/// <summary>A document with a field of every kind that the port allows.</summary>
public sealed record Note
{
    public required string Id { get; init; }

    public string? Topic { get; init; }

    public long? Size { get; init; }

    public int Rank { get; init; }

    public double? Score { get; init; }

    public bool Done { get; init; }

    public DateTimeOffset? At { get; init; }

    public NoteState? State { get; init; }

    public string Text { get; init; } = "";

    public static CollectionDefinition<Note> Definition { get; } = new(
        "notes",
        note => note.Id,
        new("topic", note => note.Topic),
        new("size", note => note.Size),
        new("rank", note => note.Rank),
        new("score", note => note.Score),
        new("done", note => note.Done),
        new("at", note => note.At),
        new("state", note => note.State))
    {
        CompoundIndexes = [["state", "at"]],
    };
}
