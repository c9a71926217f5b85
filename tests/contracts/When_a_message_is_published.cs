using System.Text.Encodings.Web;
using System.Text.Json;
using MassTransit.RabbitMqTransport;

namespace DialInsight.Contracts.Tests;

/// <summary>
/// Pins what downstream consumers rely on: each message's JSON and exchange. Changes are additive only. To accept an addition, run with
/// DIALINSIGHT_ACCEPT_CONTRACTS=1 and read the difference of the snapshots.
/// </summary>
public sealed class When_a_message_is_published
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static TheoryData<Type> Messages => [.. typeof(IFact).Assembly.GetTypes().Where(type => type.IsClass && typeof(IFact).IsAssignableFrom(type)).OrderBy(type => type.FullName)];

    [Theory]
    [MemberData(nameof(Messages))]
    public void Its_json_is_as_pinned(Type message)
    {
        string json = JsonSerializer.Serialize(SampleMessage.Of(message), message, s_json) + "\n";
        string snapshot = Path.Combine(Snapshots(), $"{message.Name}.json");
        if (Environment.GetEnvironmentVariable("DIALINSIGHT_ACCEPT_CONTRACTS") == "1")
            File.WriteAllText(snapshot, json);

        Assert.True(File.Exists(snapshot), $"{message.Name} has no snapshot.");
        Assert.Equal(File.ReadAllText(snapshot), json);
        object? read = JsonSerializer.Deserialize(json, message, s_json);
        Assert.Equal(json, JsonSerializer.Serialize(read, message, s_json) + "\n");
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public void Its_exchange_is_named_after_it(Type message)
    {
        string folder = message.Namespace!.Split('.')[^1];

        Assert.Equal($"DialInsight.Contracts.{folder}:{message.Name}", new RabbitMqMessageNameFormatter().GetMessageName(message));
    }

    [Fact]
    public void No_snapshot_is_without_its_message() =>
        Assert.Equal(
            Messages.Select(row => row.Data.Name).Order(), Directory.GetFiles(Snapshots(), "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!).Order());

    private static string Snapshots()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DialInsight.sln")))
            folder = folder.Parent;
        return Path.Combine(folder!.FullName, "tests", "contracts", "snapshots");
    }
}
