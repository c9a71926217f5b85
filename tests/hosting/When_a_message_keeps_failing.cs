using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using DialInsight.Hosting.Failures;
using DialInsight.Hosting.Http;

namespace DialInsight.Hosting.Tests;

public sealed class When_a_message_keeps_failing
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    [Fact]
    public async Task Should_become_a_failure_document_without_the_exceptions_text()
    {
        using var folder = new TemporaryFolder();
        var reader = new Reader { OnNote = (_, _) => throw new InvalidOperationException("what the customer said") };
        await using NoteHost host = await NoteHost.StartAsync(folder, reader);

        await host.Notes.InsertAsync(new Note { Id = "bad", Text = "text" }, CancellationToken.None);

        PageResponse<MessageFailure> page = await FailuresAsync(host);
        MessageFailure failure = Assert.Single(page.Items);
        Assert.Equal("NoteTaken", failure.MessageType);
        Assert.Equal("notes-note-taken", failure.Endpoint);
        Assert.Equal(MessageFailureReason.ConsumerFailed, failure.Reason);
        Assert.Equal("InvalidOperationException", failure.Exception);
        Assert.Equal(NoteTaken.Of("bad", "text").Id, failure.MessageId);
        Assert.Contains("\"noteId\":\"bad\"", failure.Payload.Replace(" ", "", StringComparison.Ordinal));
        Assert.DoesNotContain("what the customer said", JsonSerializer.Serialize(failure));
    }

    [Fact]
    public async Task Should_call_the_handler_of_its_type()
    {
        using var folder = new TemporaryFolder();
        var reader = new Reader { OnNote = (_, _) => throw new InvalidOperationException("no") };
        var handled = new TaskCompletionSource<(NoteTaken Note, MessageFailure Failure)>();
        await using NoteHost host = await NoteHost.StartAsync(
            folder,
            reader,
            configure: builder => builder.AddMessageFailureHandler<NoteTaken>((_, note, failure, _) =>
            {
                handled.TrySetResult((note, failure));
                return Task.CompletedTask;
            }));

        await host.Notes.InsertAsync(new Note { Id = "bad" }, CancellationToken.None);

        (NoteTaken note, MessageFailure failure) = await handled.Task.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal("bad", note.NoteId);
        Assert.Equal(note.Id, failure.MessageId);
    }

    [Fact]
    public async Task Should_not_come_back_at_the_next_start()
    {
        using var folder = new TemporaryFolder();
        var reader = new Reader { OnNote = (_, _) => throw new InvalidOperationException("no") };
        await using (NoteHost host = await NoteHost.StartAsync(folder, reader))
        {
            await host.Notes.InsertAsync(new Note { Id = "bad" }, CancellationToken.None);
            await FailuresAsync(host);
            await host.StopAsync();
        }

        await using NoteHost next = await NoteHost.StartAsync(folder);
        await next.Notes.InsertAsync(new Note { Id = "good" }, CancellationToken.None);
        await Eventually.TrueAsync(() => !next.Reader.Seen.IsEmpty, "the good note is read");
        Assert.Equal(["good"], next.Reader.Seen);
    }

    [Fact]
    public async Task Should_be_handed_out_again_when_what_it_needs_was_away()
    {
        using var folder = new TemporaryFolder();
        int tries = 0;
        var reader = new Reader { OnNote = (_, _) => Interlocked.Increment(ref tries) <= 4 ? throw new TimeoutException("away") : Task.CompletedTask };
        await using NoteHost host = await NoteHost.StartAsync(folder, reader);

        await host.Notes.InsertAsync(new Note { Id = "n" }, CancellationToken.None);

        await Eventually.TrueAsync(() => host.Reader.Seen.Count == 1, "the note is read in the end");
        PageResponse<MessageFailure>? page = await host.Http.GetFromJsonAsync<PageResponse<MessageFailure>>("/message-failures/notes", s_json);
        Assert.Empty(page!.Items);
    }

    private static async Task<PageResponse<MessageFailure>> FailuresAsync(NoteHost host)
    {
        PageResponse<MessageFailure>? page = null;
        await Eventually.TrueAsync(
            async () => (page = await host.Http.GetFromJsonAsync<PageResponse<MessageFailure>>("/message-failures/notes", s_json))!.Items.Count > 0,
            "the failure is listed");
        return page!;
    }
}
