using System.Net.Mime;
using System.Runtime.Serialization;
using System.Text.Json;
using MassTransit;
using MassTransit.Serialization;

namespace DialInsight.Hosting.Bus;

/// <summary>
/// Reads a message's envelope in one pass. The bus's own reader makes a document of the whole envelope first, then another of the message within, then the message: here the first is left out
/// (docs/decisions/0038).
/// </summary>
internal sealed class EnvelopeReader : ISerializerFactory, IMessageDeserializer
{
    private static readonly SystemTextJsonMessageSerializer s_bus = SystemTextJsonMessageSerializer.Instance;

    /// <inheritdoc cref="IMessageDeserializer.ContentType"/>
    public ContentType ContentType => SystemTextJsonMessageSerializer.JsonContentType;

    /// <inheritdoc/>
    public IMessageSerializer CreateSerializer() => s_bus;

    /// <inheritdoc/>
    public IMessageDeserializer CreateDeserializer() => this;

    /// <inheritdoc/>
    public void Probe(ProbeContext context) => s_bus.Probe(context);

    /// <inheritdoc/>
    public MessageBody GetMessageBody(string text) => s_bus.GetMessageBody(text);

    /// <inheritdoc/>
    public ConsumeContext Deserialize(ReceiveContext receiveContext) =>
        new BodyConsumeContext(receiveContext, Deserialize(receiveContext.Body, receiveContext.TransportHeaders, receiveContext.InputAddress));

    /// <inheritdoc/>
    /// <exception cref="SerializationException">The body is no envelope.</exception>
    public SerializerContext Deserialize(MessageBody body, Headers headers, Uri? destinationAddress = null)
    {
        JsonSerializerOptions options = SystemTextJsonMessageSerializer.Options;
        try
        {
            MessageEnvelope envelope = JsonSerializer.Deserialize<MessageEnvelope>(body.GetBytes(), options) ?? throw new SerializationException("There is no envelope.");
            return new SystemTextJsonSerializerContext(s_bus, options, ContentType, new EnvelopeMessageContext(envelope, s_bus), envelope.MessageType ?? [], envelope);
        }
        catch (Exception exception) when (exception is not SerializationException)
        {
            throw new SerializationException("The envelope cannot be read.", exception);
        }
    }
}
