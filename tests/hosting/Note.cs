using DialInsight.Contracts;
using DialInsight.Hosting.Bus;
using DialInsight.Hosting.Facts;
using DialInsight.Storage;
using MassTransit;

namespace DialInsight.Hosting.Tests;

/// <summary>A document of the tests that tells one fact.</summary>
public sealed record Note : IRecorded, ITraced
{
    public static CollectionDefinition<Note> Definition { get; } = new("notes", note => note.Id, new IndexedField<Note>("recorded", note => note.Recorded));

    public required string Id { get; init; }

    public string Text { get; init; } = "";

    public bool Told { get; init; } = true;

    public string? Recorded { get; set; }

    public string? Trace { get; set; }

    public static IEnumerable<IFact> Facts(Note note) => note.Told ? [NoteTaken.Of(note.Id, note.Text)] : [];
}

/// <summary>The fact.</summary>
public sealed record NoteTaken : IFact
{
    public required Guid Id { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    public required string NoteId { get; init; }

    public string Text { get; init; } = "";

    public static NoteTaken Of(string note, string text) => new()
    {
        Id = DeterministicId.Guid("note-taken", note, text),
        OccurredAt = DateTimeOffset.UnixEpoch,
        NoteId = note,
        Text = text,
    };
}

/// <summary>What the consumer does with a note, decided by each test.</summary>
public sealed class Reader
{
    public Func<NoteTaken, CancellationToken, Task> OnNote { get; set; } = (_, _) => Task.CompletedTask;

    public System.Collections.Concurrent.ConcurrentQueue<string> Seen { get; } = [];
}

public sealed class NoteTakenConsumer(Reader reader) : IConsumer<NoteTaken>
{
    public async Task Consume(ConsumeContext<NoteTaken> context)
    {
        await reader.OnNote(context.Message, context.CancellationToken);
        reader.Seen.Enqueue(context.Message.NoteId);
    }
}

public sealed class NoteTakenConsumerDefinition() : ServiceConsumerDefinition<NoteTakenConsumer>("notes", concurrency: 16, prefetch: 32);
