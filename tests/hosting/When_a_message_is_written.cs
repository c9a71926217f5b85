using System.Runtime.Serialization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DialInsight.Contracts;
using DialInsight.Contracts.Tests;
using DialInsight.Hosting.Bus;
using MassTransit.Serialization;

namespace DialInsight.Hosting.Tests;

/// <summary>What goes out on the bus is what the contract's snapshots pin.</summary>
public sealed class When_a_message_is_written
{
    private static readonly JsonSerializerOptions s_bus = MessageJson.Apply(new JsonSerializerOptions(SystemTextJsonMessageSerializer.Options));

    public static TheoryData<Type> Messages => [.. typeof(IFact).Assembly.GetTypes().Where(type => type.IsClass && typeof(IFact).IsAssignableFrom(type))];

    [Theory]
    [MemberData(nameof(Messages))]
    public void Its_json_is_the_contracts(Type message)
    {
        JsonNode? written = JsonSerializer.SerializeToNode(SampleMessage.Of(message), message, s_bus);
        JsonNode? pinned = JsonNode.Parse(File.ReadAllText(Path.Combine(Snapshots(), $"{message.Name}.json")));

        Assert.True(JsonNode.DeepEquals(pinned, written), $"pinned:\n{pinned}\nwritten:\n{written}");
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public void It_takes_one_line(Type message) => Assert.DoesNotContain('\n', JsonSerializer.Serialize(SampleMessage.Of(message), message, s_bus));

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("{\"message\":null}")]
    [InlineData("{\"messageType\":7,\"message\":{}}")]
    public void What_is_no_envelope_is_unreadable(string body)
    {
        var reader = new EnvelopeReader();

        Assert.Throws<SerializationException>(() => reader.Deserialize(reader.GetMessageBody(body), null!));
    }

    private static string Snapshots()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DialInsight.sln")))
            folder = folder.Parent;
        return Path.Combine(folder!.FullName, "tests", "contracts", "snapshots");
    }
}
