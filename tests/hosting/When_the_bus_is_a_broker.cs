using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using DialInsight.Hosting.Bus;
using DialInsight.Hosting.Failures;
using DialInsight.Hosting.Http;
using RabbitMQ.Client;

namespace DialInsight.Hosting.Tests;

[Trait("Category", "Broker")]
[Collection("broker")]
public sealed class When_the_bus_is_a_broker
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    [Fact]
    public async Task Should_deliver_every_fact()
    {
        using var folder = new TemporaryFolder();
        await using NoteHost host = await StartAsync(folder);
        string prefix = Guid.NewGuid().ToString("N");
        Note[] notes = [.. Enumerable.Range(0, 5000).Select(number => new Note { Id = $"{prefix}-{number}" })];

        await host.Notes.InsertManyAsync(notes, CancellationToken.None);

        await Eventually.TrueAsync(() => Seen(host, prefix).Count() == notes.Length, "all notes are read");
        await host.StopAsync();
    }

    [Fact]
    public async Task Should_deliver_what_a_killed_process_left_through_another_one()
    {
        using var folder = new TemporaryFolder();
        string uri = Broker.Uri;
        string prefix = Guid.NewGuid().ToString("N");
        // Killed before its bus was up: nothing of it has reached the broker.
        NoteHost killed = NoteHost.Build(folder, settings: ["--Bus:Transport=RabbitMQ", $"--Bus:Uri={uri}"]);
        await killed.Notes.InsertManyAsync([.. Enumerable.Range(0, 300).Select(number => new Note { Id = $"{prefix}-{number}" })], CancellationToken.None);
        await killed.DisposeAsync();

        await using NoteHost other = await StartAsync(folder);

        await Eventually.TrueAsync(() => Seen(other, prefix).Count() == 300, "the other process delivers them");
        await other.StopAsync();
    }

    [Fact]
    public async Task Should_keep_a_message_that_always_fails_as_a_document()
    {
        using var folder = new TemporaryFolder();
        string id = Guid.NewGuid().ToString("N");
        var reader = new Reader { OnNote = (note, _) => note.NoteId == id ? throw new InvalidOperationException("no") : Task.CompletedTask };
        await using NoteHost host = await StartAsync(folder, reader);

        await host.Notes.InsertAsync(new Note { Id = id }, CancellationToken.None);

        MessageFailure failure = await FailureAsync(host, id);
        Assert.Equal(MessageFailureReason.ConsumerFailed, failure.Reason);
        Assert.Equal("notes-note-taken", failure.Endpoint);
        await host.StopAsync();
    }

    [Fact]
    public async Task Should_keep_what_the_broker_gave_up_as_a_document_and_call_its_handler()
    {
        using var folder = new TemporaryFolder();
        string id = Guid.NewGuid().ToString("N");
        var handled = new TaskCompletionSource<MessageFailure>();
        await using NoteHost host = await StartAsync(folder, configure: builder => builder.AddMessageFailureHandler<NoteTaken>((_, note, failure, _) =>
        {
            if (note.NoteId == id)
                handled.TrySetResult(failure);
            return Task.CompletedTask;
        }));
        await PublishAsync(QueueSettings.DeadLettersOf("notes"), Envelope(id));

        MessageFailure failure = await handled.Task.WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal(MessageFailureReason.DeadLetter, failure.Reason);
        Assert.Equal("NoteTaken", failure.MessageType);
        await host.StopAsync();
    }

    [Fact]
    public async Task Should_keep_what_cannot_be_read_as_a_document()
    {
        using var folder = new TemporaryFolder();
        string id = Guid.NewGuid().ToString("N");
        await using NoteHost host = await StartAsync(folder);

        await PublishAsync("notes-note-taken", $"no JSON {id}");

        MessageFailure failure = await FailureAsync(host, id);
        Assert.Equal(MessageFailureReason.Unreadable, failure.Reason);
        await host.StopAsync();
    }

    [Fact]
    public async Task Should_end_in_the_dead_letters_when_handed_out_too_often()
    {
        using var folder = new TemporaryFolder();
        string id = Guid.NewGuid().ToString("N");
        await using (NoteHost host = await StartAsync(folder))
            await host.StopAsync();
        await PublishAsync("notes-note-taken", Envelope(id));
        await using (IConnection connection = await ConnectAsync())
        await using (IChannel channel = await connection.CreateChannelAsync())
        {
            for (int delivery = 0; delivery <= DeliveryCount.Limit; delivery++)
            {
                BasicGetResult? message = null;
                await Eventually.TrueAsync(async () => (message = await channel.BasicGetAsync("notes-note-taken", autoAck: false)) is not null, $"delivery {delivery}");
                await channel.BasicRejectAsync(message!.DeliveryTag, requeue: true);
            }
        }

        await using NoteHost next = await StartAsync(folder);

        MessageFailure failure = await FailureAsync(next, id);
        Assert.Equal(MessageFailureReason.DeadLetter, failure.Reason);
        Assert.Equal("notes-note-taken", failure.Endpoint);
        await next.StopAsync();
    }

    private static string Envelope(string note) => JsonSerializer.Serialize(
        new
        {
            messageId = NoteTaken.Of(note, "").Id,
            messageType = new[] { "urn:message:DialInsight.Hosting.Tests:NoteTaken" },
            message = NoteTaken.Of(note, ""),
        },
        s_json);

    private static IEnumerable<string> Seen(NoteHost host, string prefix) => host.Reader.Seen.Where(id => id.StartsWith(prefix, StringComparison.Ordinal)).Distinct();

    private static async Task<NoteHost> StartAsync(string folder, Reader? reader = null, Action<Microsoft.AspNetCore.Builder.WebApplicationBuilder>? configure = null)
    {
        NoteHost host = await NoteHost.StartAsync(folder, reader, configure: configure, settings: ["--Bus:Transport=RabbitMQ", $"--Bus:Uri={Broker.Uri}"]);
        await Eventually.TrueAsync(async () => (await host.Http.GetAsync("/health/ready")).StatusCode == HttpStatusCode.OK, "the host is ready");
        return host;
    }

    private static async Task<MessageFailure> FailureAsync(NoteHost host, string text)
    {
        MessageFailure? failure = null;
        await Eventually.TrueAsync(
            async () =>
            {
                PageResponse<MessageFailure>? page = await host.Http.GetFromJsonAsync<PageResponse<MessageFailure>>("/message-failures/notes", s_json);
                return (failure = page!.Items.FirstOrDefault(item => item.Payload.Contains(text, StringComparison.Ordinal))) is not null;
            },
            "the failure is listed");
        return failure!;
    }

    private static async Task PublishAsync(string exchange, string body)
    {
        await using IConnection connection = await ConnectAsync();
        await using IChannel channel = await connection.CreateChannelAsync();
        var properties = new BasicProperties { ContentType = "application/vnd.masstransit+json", Persistent = true };
        await channel.BasicPublishAsync(exchange, "", mandatory: false, properties, Encoding.UTF8.GetBytes(body));
    }

    private static Task<IConnection> ConnectAsync() => new ConnectionFactory { Uri = new Uri(Broker.Uri) }.CreateConnectionAsync();
}
