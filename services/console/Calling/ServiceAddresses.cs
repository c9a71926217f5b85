using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace DialInsight.WebConsole.Calling;

/// <summary>Which service answers which path: each owns its first segments, as in the gateway.</summary>
internal sealed class ServiceAddresses(IOptions<ConsoleSettings> settings, IServer server)
{
    private static readonly Dictionary<string, string> s_owners = new(StringComparer.Ordinal)
    {
        ["transcripts"] = "ingest",
        ["subjects"] = "ingest",
        ["erasures"] = "ingest",
        ["batches"] = "instruction-evolution",
        ["instructions"] = "instruction-evolution",
        ["runs"] = "prompt-assembly",
        ["recipes"] = "prompt-assembly",
        ["templates"] = "prompt-assembly",
        ["domains"] = "prompt-assembly",
        ["failures"] = "labeling",
        ["spend"] = "labeling",
        ["labels"] = "labeling",
        ["reports"] = "quality",
        ["reviews"] = "quality",
        ["releases"] = "quality",
        ["samples"] = "quality",
        ["judgements"] = "quality",
        ["calibrations"] = "quality",
    };

    /// <summary>Every process to look after, once: in one process they are all the same.</summary>
    public IReadOnlyList<(string Name, Uri Address)> Processes() =>
    [
        .. settings.Value.All()
            .Select(service => service.Address is { } elsewhere ? (Name: service.Service, Address: elsewhere) : (Name: "platform", Address: Own()))
            .DistinctBy(process => process.Address),
    ];

    /// <summary>The address of the service that owns a path.</summary>
    public Uri Of(string path)
    {
        string owner = s_owners[path.Split('/', 3)[1].Split('?', 2)[0]];
        return settings.Value.All().First(service => service.Service == owner).Address ?? Own();
    }

    private Uri Own()
    {
        string address = server.Features.Get<IServerAddressesFeature>()!.Addresses.OrderBy(candidate => candidate.StartsWith("https:", StringComparison.Ordinal)).First();
        foreach (string any in (string[])["[::]", "0.0.0.0", "+", "*"])
            address = address.Replace($"//{any}", "//127.0.0.1", StringComparison.Ordinal);
        return new Uri(address);
    }
}
