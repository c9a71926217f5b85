using System.ComponentModel.DataAnnotations;

namespace DialInsight.Hosting.Bus;

/// <summary>What carries messages: the section <c>Bus</c>.</summary>
internal sealed record BusOptions : IValidatableObject
{
    /// <summary><c>InMemory</c> (default) or <c>RabbitMQ</c>.</summary>
    public string Transport { get; set; } = nameof(BusTransport.InMemory);

    /// <summary>The broker: <c>amqp://user:password@host:5672/virtual-host</c>, or <c>amqps</c>. A secret: it is never logged.</summary>
    public string? Uri { get; set; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!TryTransport(Transport, out BusTransport transport))
            yield return new ValidationResult($"is '{Transport}'; it must be InMemory or RabbitMQ.", [nameof(Transport)]);
        if (transport == BusTransport.RabbitMQ && !IsBroker(Uri))
            yield return new ValidationResult("must be the broker's address, for instance amqp://user:password@localhost:5672/.", [nameof(Uri)]);
    }

    /// <summary>The transport of that name, in whatever case.</summary>
    public static bool TryTransport(string? name, out BusTransport transport)
    {
        transport = Enum.GetValues<BusTransport>().FirstOrDefault(known => string.Equals(known.ToString(), name, StringComparison.OrdinalIgnoreCase));
        return string.Equals(transport.ToString(), name, StringComparison.OrdinalIgnoreCase);
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
