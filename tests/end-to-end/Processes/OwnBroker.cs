using System.Diagnostics;

namespace DialInsight.EndToEnd.Tests.Processes;

/// <summary>A RabbitMQ node of this test's own, which it may stop and start.</summary>
internal sealed class OwnBroker : IAsyncDisposable
{
    private readonly string _folder;
    private readonly string _port;

    private OwnBroker(string folder, string port) => (_folder, _port) = (folder, port);

    /// <summary>Its address.</summary>
    public string Uri => $"amqp://guest:guest@127.0.0.1:{_port}/";

    public static async Task<OwnBroker> StartAsync(Workspace workspace)
    {
        // Even, and below the ports of outgoing connections.
        var broker = new OwnBroker(workspace.Path("broker"), $"{10000 + (2 * Random.Shared.Next(4000))}");
        await broker.StartAsync();
        return broker;
    }

    public async Task RestartAsync()
    {
        await RunAsync("stop");
        await StartAsync();
    }

    public async ValueTask DisposeAsync() => await RunAsync("stop");

    private async Task StartAsync() => Assert.True(await RunAsync("start") == 0, "The broker did not start.");

    private async Task<int> RunAsync(string command)
    {
        // The node inherits the script's output: it is not read to its end.
        using Process script = Process.Start(new ProcessStartInfo("bash", [Repository.Path("tests", "broker.sh"), command, _folder, _port]) { RedirectStandardOutput = true })!;
        await script.WaitForExitAsync();
        return script.ExitCode;
    }
}
