using System.Diagnostics;
using DialInsight.Storage.MongoDB.Tests;

namespace DialInsight.Storage.MongoDB.ContainerTests;

/// <summary>The repository's end-to-end test of the distributed edition, on a real MongoDB and a real RabbitMQ.</summary>
public sealed class When_the_services_share_containers(Containers containers)
{
    private const string Test = "DialInsight.EndToEnd.Tests.When_five_services_share_a_broker";

    [Fact]
    public async Task The_run_ends_as_it_does_on_files()
    {
        string server = MongoPlace.Server;
        string program = BuiltProgram("tests/end-to-end", "DialInsight.EndToEnd.Tests.dll");
        Assert.SkipUnless(
            File.Exists(program) && File.Exists(BuiltProgram("services/ingest", "DialInsight.Storage.MongoDB.dll")),
            "The services are not built with MongoDB: dotnet build tests/end-to-end -p:WithMongoDB=true");
        var start = new ProcessStartInfo("dotnet", [program, "-class", Test, "-noColor"]) { RedirectStandardOutput = true };
        start.Environment["DIALINSIGHT_RABBITMQ"] = containers.Broker;
        start.Environment["DIALINSIGHT_MONGODB"] = server;
        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, output);
        Assert.Contains("Total: 1, Errors: 0, Failed: 0, Skipped: 0", output, StringComparison.Ordinal);
    }

    private static string BuiltProgram(string project, string file)
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        string configuration = folder.Parent!.Name;
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DialInsight.sln")))
            folder = folder.Parent;
        return Path.Combine(folder!.FullName, project, "bin", configuration, "net10.0", file);
    }
}
