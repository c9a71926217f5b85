using System.Text.Json;
using MassTransit;

namespace DialInsight.Hosting.Failures;

/// <summary>What can be read of a failed message without its type.</summary>
/// <param name="TypeName">Namespace and name as MassTransit writes it: <c>DialInsight.Contracts.PromptAssembly:LabelRequested</c>; empty when
/// it cannot be read.</param>
/// <param name="MessageId">The message's id; empty when it cannot be read.</param>
/// <param name="Payload">The message's JSON, or the whole body when that is none.</param>
internal sealed record FailedEnvelope(string TypeName, Guid MessageId, string Payload)
{
    private const string Urn = "urn:message:";

    /// <summary>The type's name alone.</summary>
    public string ShortName => TypeName[(TypeName.LastIndexOfAny([':', '.']) + 1)..];

    /// <summary>Reads what the context received.</summary>
    public static FailedEnvelope Read(ReceiveContext context)
    {
        Guid id = context.GetMessageId() ?? Guid.Empty;
        byte[] body = context.Body.GetBytes();
        try
        {
            using JsonDocument envelope = JsonDocument.Parse(body);
            JsonElement root = envelope.RootElement;
            string type = root.GetProperty("messageType")[0].GetString() ?? "";
            if (root.TryGetProperty("messageId", out JsonElement messageId) && messageId.TryGetGuid(out Guid written))
                id = written;
            return new FailedEnvelope(type.StartsWith(Urn, StringComparison.Ordinal) ? type[Urn.Length..] : type, id, root.GetProperty("message").GetRawText());
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException)
        {
            return new FailedEnvelope("", id, System.Text.Encoding.UTF8.GetString(body));
        }
    }

    /// <summary>Whether the message is of the type.</summary>
    public bool Is(Type type) => TypeName == $"{type.Namespace}:{type.Name}";
}
