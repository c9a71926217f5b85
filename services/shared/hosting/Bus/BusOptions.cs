using System.ComponentModel.DataAnnotations;

namespace DialInsight.Hosting.Bus;

/// <summary>What carries messages: the section <c>Bus</c>.</summary>
internal sealed record BusOptions : IValidatableObject
{
    /// <summary>In process (default) or over RabbitMQ.</summary>
    [EnumDataType(typeof(BusTransport), ErrorMessage = "must be InMemory or RabbitMQ.")]
    public BusTransport Transport { get; set; } = BusTransport.InMemory;

    /// <summary>The broker: <c>amqp://user:password@host:5672/virtual-host</c>, or <c>amqps</c>. A secret: it is never logged.</summary>
    public string? Uri { get; set; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Transport == BusTransport.RabbitMQ && !IsBroker(Uri))
            yield return new ValidationResult("must be the broker's address, for instance amqp://user:password@localhost:5672/.", [nameof(Uri)]);
    }

    private static bool IsBroker(string? text) =>
        System.Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) && uri.Scheme is "amqp" or "amqps" or "rabbitmq" or "rabbitmqs";
}

/// <summary>What carries messages.</summary>
internal enum BusTransport
{
    /// <summary>The process itself. Only what this process hosts can consume.</summary>
    InMemory,

    /// <summary>A RabbitMQ broker.</summary>
    RabbitMQ,
}
