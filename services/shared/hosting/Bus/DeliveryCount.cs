using System.Globalization;
using MassTransit;

namespace DialInsight.Hosting.Bus;

/// <summary>How often a message was handed out before. The broker counts in a header of quorum queues; in process the same header is set.</summary>
internal static class DeliveryCount
{
    /// <summary>The header of RabbitMQ's quorum queues.</summary>
    public const string Header = "x-delivery-count";

    /// <summary>How often a queue hands a message out before it gives it up: high enough that rolling restarts do not use it up.</summary>
    public const int Limit = 50;

    /// <summary>The count; 0 on the first delivery.</summary>
    public static int Of(ReceiveContext context) =>
        context.TransportHeaders.TryGetHeader(Header, out object? value)
        && int.TryParse(Convert.ToString(value, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture, out int count)
            ? count
            : 0;
}
