using System.Text.Json;
using DialInsight.Client.Transcripts;
using Microsoft.AspNetCore.WebUtilities;

namespace DialInsight.Ingest.Transcripts;

/// <summary>
/// An <see cref="IngestAnswer"/> while it comes about. Its status is known when the last record is, and its lists stand one after another, so that what is
/// more than a little goes to the disk rather than into memory.
/// </summary>
internal sealed class AnswerSpool(JsonSerializerOptions json) : IAsyncDisposable
{
    // Of a file whose every label is another one, the first are enough to see what is wrong.
    private const int MostNotes = 50;

    private readonly Dictionary<(string Kind, string Value), long> _notes = [];
    private readonly Part _accepted = new(json), _duplicates = new(json), _rejected = new(json);

    /// <summary>202, or 207 where records were refused.</summary>
    public int Status => _rejected.IsEmpty ? StatusCodes.Status202Accepted : StatusCodes.Status207MultiStatus;

    /// <summary>A record was kept.</summary>
    public void Add(AcceptedRecord record) => _accepted.Add(record);

    /// <summary>A record repeats another.</summary>
    public void Add(DuplicateRecord record) => _duplicates.Add(record);

    /// <summary>A record cannot be used.</summary>
    public void Add(RejectedRecord record) => _rejected.Add(record);

    /// <summary>There is something about a record that its sender may want to mend.</summary>
    public void Add(string kind, string value)
    {
        if (_notes.Count < MostNotes || _notes.ContainsKey((kind, value)))
            _notes[(kind, value)] = _notes.GetValueOrDefault((kind, value)) + 1;
    }

    /// <summary>Answers the request.</summary>
    public async Task AnswerAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        response.StatusCode = Status;
        response.ContentType = "application/json; charset=utf-8";
        await response.WriteAsync("{\"accepted\":[", cancellationToken);
        await _accepted.CopyToAsync(response.Body, cancellationToken);
        await response.WriteAsync("],\"duplicates\":[", cancellationToken);
        await _duplicates.CopyToAsync(response.Body, cancellationToken);
        await response.WriteAsync("],\"rejected\":[", cancellationToken);
        await _rejected.CopyToAsync(response.Body, cancellationToken);
        await response.WriteAsync("],\"notes\":", cancellationToken);
        await JsonSerializer.SerializeAsync(response.Body, Notes(), json, cancellationToken);
        await response.WriteAsync("}", cancellationToken);
    }

    private RecordNote[] Notes() => [.. _notes.OrderByDescending(note => note.Value).Select(note => new RecordNote(note.Key.Kind, note.Key.Value, note.Value))];

    public async ValueTask DisposeAsync()
    {
        await _accepted.DisposeAsync();
        await _duplicates.DisposeAsync();
        await _rejected.DisposeAsync();
    }

    /// <summary>The elements of one list: the first in memory, more in a file that goes with the request.</summary>
    private sealed class Part(JsonSerializerOptions json) : IAsyncDisposable
    {
        private readonly FileBufferingWriteStream _elements = new(memoryThreshold: 1 << 18);

        public bool IsEmpty { get; private set; } = true;

        public void Add<T>(T element)
        {
            if (!IsEmpty)
                _elements.Write(","u8);
            IsEmpty = false;
            _elements.Write(JsonSerializer.SerializeToUtf8Bytes(element, json));
        }

        public Task CopyToAsync(Stream body, CancellationToken cancellationToken) => _elements.DrainBufferAsync(body, cancellationToken);

        public ValueTask DisposeAsync() => _elements.DisposeAsync();
    }
}
