namespace DialInsight.Hosting.Tests;

/// <summary>The broker of the broker tests, where there is one.</summary>
public static class Broker
{
    /// <summary>Its URI; skips the test, saying why, where there is none.</summary>
    public static string Uri
    {
        get
        {
            string? uri = Environment.GetEnvironmentVariable("DIALINSIGHT_RABBITMQ");
            Assert.SkipWhen(string.IsNullOrEmpty(uri), "This test needs a RabbitMQ broker: set DIALINSIGHT_RABBITMQ to its amqp URI (tests/broker.sh starts one).");
            return uri!;
        }
    }
}
