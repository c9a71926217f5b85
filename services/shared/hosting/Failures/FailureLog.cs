using System.Runtime.Serialization;
using System.Text.Json;
using DialInsight.Hosting.Bus;
using DialInsight.Storage;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DialInsight.Hosting.Failures;

/// <summary>Turns messages that cannot be worked into documents, and tells those that wait for their outcome.</summary>
internal sealed partial class FailureLog(
    IDocumentStoreFactory stores,
    IServiceScopeFactory scopes,
    IEnumerable<MessageFailureHandler> handlers,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<FailureLog> logger)
{
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(30);

    // Below the half hour after which a broker takes an unanswered message away.
    private static readonly TimeSpan s_longestHold = TimeSpan.FromMinutes(10);

    /// <summary>The collection.</summary>
    public static CollectionDefinition<MessageFailure> Definition { get; } = new(
        "message-failures",
        failure => failure.Id,
        new IndexedField<MessageFailure>("at", failure => failure.At),
        new IndexedField<MessageFailure>("messageType", failure => failure.MessageType),
        new IndexedField<MessageFailure>("transcript", failure => PayloadTranscript.Of(failure.Payload)));

    /// <summary>The failures of one service.</summary>
    public IDocumentCollection<MessageFailure> Of(string service) => stores.Open(service).Collection(Definition);

    /// <summary>Keeps a message whose consumer threw. Where the exception says that something outside is away, it holds the message for a
    /// while (which holds up the endpoint: that is the kill switch) and throws, so that it is handed out again.</summary>
    public async Task KeepAsync(ReceiveContext context, string service, Exception exception, CancellationToken cancellationToken)
    {
        int delivered = DeliveryCount.Of(context);
        if (Outage.Is(exception) && delivered < DeliveryCount.Limit)
        {
            await HoldAsync(service, exception, delivered, cancellationToken);
            throw new TransportOutageException(exception);
        }

        MessageFailureReason reason = exception is SerializationException or JsonException ? MessageFailureReason.Unreadable : MessageFailureReason.ConsumerFailed;
        await KeepAsync(context, service, reason, exception.GetType().Name, cancellationToken);
    }

    /// <summary>Keeps a message that nobody threw over.</summary>
    public Task KeepAsync(ReceiveContext context, string service, MessageFailureReason reason, CancellationToken cancellationToken) =>
        KeepAsync(context, service, reason, "", cancellationToken);

    private async Task KeepAsync(ReceiveContext context, string service, MessageFailureReason reason, string exception, CancellationToken cancellationToken)
    {
        FailedEnvelope envelope = FailedEnvelope.Read(context);
        string endpoint = EndpointOf(context);
        var failure = new MessageFailure
        {
            Id = DeterministicId.Of(32, endpoint, envelope.MessageId.ToString(), envelope.MessageId == Guid.Empty ? envelope.Payload : ""),
            Endpoint = endpoint,
            MessageType = envelope.ShortName,
            MessageId = envelope.MessageId,
            Reason = reason,
            Exception = exception,
            At = time.GetUtcNow(),
            Times = 1,
            Payload = envelope.Payload,
        };
        await CallHandlersAsync(envelope, await StoreAsync(service, failure, cancellationToken), cancellationToken);
        LogKept(logger, failure.MessageType, failure.MessageId, endpoint, reason, exception, failure.Id);
    }

    private async Task<MessageFailure> StoreAsync(string service, MessageFailure failure, CancellationToken cancellationToken)
    {
        IDocumentCollection<MessageFailure> failures = Of(service);
        while (!await failures.InsertAsync(failure, cancellationToken))
        {
            if (await failures.FindAsync(failure.Id, cancellationToken) is not { } stored)
                continue;
            MessageFailure again = failure with { Times = stored.Document.Times + 1 };
            if (await failures.ReplaceAsync(again, stored.Version, cancellationToken))
                return again;
        }

        return failure;
    }

    private async Task CallHandlersAsync(FailedEnvelope envelope, MessageFailure failure, CancellationToken cancellationToken)
    {
        foreach (MessageFailureHandler handler in handlers.Where(handler => envelope.Is(handler.MessageType)))
        {
            if (TryRead(envelope.Payload, handler.MessageType) is not { } message)
                continue;
            await using AsyncServiceScope scope = scopes.CreateAsyncScope();
            await handler.HandleAsync(scope.ServiceProvider, message, failure, cancellationToken);
        }
    }

    private static object? TryRead(string payload, Type type)
    {
        try
        {
            return JsonSerializer.Deserialize(payload, type, MessageJson.Options);
        }
        catch (JsonException)
        {
            // A message that cannot be read has no outcome that could be told; the document says so.
            return null;
        }
    }

    private async Task HoldAsync(string service, Exception exception, int delivered, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        TimeSpan pause = TimeSpan.FromSeconds(1) * Math.Pow(2, Math.Min(delivered, 10));
        LogHeld(logger, service, exception.GetType().Name);
        long since = time.GetTimestamp();
        do
            await Task.Delay(pause > s_longestPause ? s_longestPause : pause, time, stop.Token);
        while (time.GetElapsedTime(since) < s_longestHold && !await IsStoreThereAsync(service, stop.Token));
    }

    private async Task<bool> IsStoreThereAsync(string service, CancellationToken cancellationToken)
    {
        try
        {
            await stores.Open(service).CheckAsync(cancellationToken);
            return true;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>The queue that could not work it: for a dead letter the one it was in before.</summary>
    private static string EndpointOf(ReceiveContext context) =>
        context.TransportHeaders.TryGetHeader("x-first-death-queue", out object? queue) && queue is string { Length: > 0 } first
            ? first
            : context.InputAddress.Segments[^1].Trim('/');

    [LoggerMessage(Level = LogLevel.Error, Message = "{MessageType} {MessageId} failed at {Endpoint} ({Reason} {Exception}) and is kept as message failure {Id}")]
    private static partial void LogKept(ILogger logger, string messageType, Guid messageId, string endpoint, MessageFailureReason reason, string exception, string id);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A message of {Service} is held because of {Exception}, and then handed out again")]
    private static partial void LogHeld(ILogger logger, string service, string exception);
}
