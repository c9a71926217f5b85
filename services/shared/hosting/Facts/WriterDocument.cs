using DialInsight.Storage;

namespace DialInsight.Hosting.Facts;

/// <summary>What one start of a process says of itself in a database: how far its facts are delivered, and that it is alive.</summary>
internal sealed record WriterDocument
{
    /// <summary>The collection.</summary>
    public static CollectionDefinition<WriterDocument> Definition { get; } = new("writers", writer => writer.Id, new IndexedField<WriterDocument>("seenAt", writer => writer.SeenAt));

    /// <summary>The writer.</summary>
    public required string Id { get; init; }

    /// <summary>All writes up to this number are delivered.</summary>
    public required long Watermark { get; init; }

    /// <summary>The heartbeat (UTC). Compared for change only, so that clocks of several machines need not agree.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>Whether the process has stopped by its own will.</summary>
    public bool Ended { get; init; }

    /// <summary>The writer that delivers what this dead one left.</summary>
    public string? AdoptedBy { get; init; }
}
