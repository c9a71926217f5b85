using DialInsight.Storage.MongoDB.ContainerTests;
using DialInsight.Storage.MongoDB.Tests;
using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Containers;

[assembly: AssemblyFixture(typeof(Containers))]

namespace DialInsight.Storage.MongoDB.ContainerTests;

/// <summary>MongoDB (a replica set of one) and RabbitMQ for all tests of this assembly, where a Docker engine is there.</summary>
public sealed class Containers : IAsyncLifetime
{
    private const int MongoPort = 27017;
    private const int RabbitPort = 5672;

    // The first call makes the replica set; the wait is over when its member can be written.
    private const string BecomePrimary =
        "try { rs.status() } catch { rs.initiate({ _id: 'rs0', members: [{ _id: 0, host: 'localhost:27017' }] }) }; quit(db.hello().isWritablePrimary ? 0 : 1)";

    private readonly List<IContainer> _started = [];

    /// <summary>The broker's address, or null where there is none.</summary>
    public string? Broker { get; private set; }

    public async ValueTask InitializeAsync()
    {
        MongoPlace.Address = null;
        MongoPlace.Missing = "No Docker engine: these tests start MongoDB and RabbitMQ in containers.";
        try
        {
            IContainer mongo = await StartAsync(new ContainerBuilder("mongo:8.0")
                .WithPortBinding(MongoPort, assignRandomHostPort: true)
                .WithCommand("--replSet", "rs0", "--bind_ip_all")
                .WithWaitStrategy(Wait.ForUnixContainer().UntilCommandIsCompleted("mongosh", "--quiet", "--eval", BecomePrimary)));
            IContainer rabbit = await StartAsync(new ContainerBuilder("rabbitmq:4.1")
                .WithPortBinding(RabbitPort, assignRandomHostPort: true)
                .WithWaitStrategy(Wait.ForUnixContainer().UntilCommandIsCompleted("rabbitmq-diagnostics", "-q", "check_port_connectivity")));
            MongoPlace.Address = $"mongodb://{mongo.Hostname}:{mongo.GetMappedPublicPort(MongoPort)}/?directConnection=true";
            Broker = $"amqp://guest:guest@{rabbit.Hostname}:{rabbit.GetMappedPublicPort(RabbitPort)}/";
        }
        catch (DockerUnavailableException)
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (IContainer container in _started)
            await container.DisposeAsync();
    }

    private async Task<IContainer> StartAsync(ContainerBuilder builder)
    {
        IContainer container = builder.Build();
        _started.Add(container);
        await container.StartAsync();
        return container;
    }
}
