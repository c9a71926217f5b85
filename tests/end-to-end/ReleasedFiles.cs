using System.Security.Cryptography;
using System.Text.Json;

namespace DialInsight.EndToEnd.Tests;

/// <summary>The files of a release, as somebody who has nothing else reads them.</summary>
internal sealed class ReleasedFiles
{
    private readonly string _folder;
    private readonly JsonElement _manifest;
    private readonly IReadOnlyList<string> _messages;

    private ReleasedFiles(string folder, JsonElement manifest, IReadOnlyList<string> messages)
    {
        _folder = folder;
        _manifest = manifest;
        _messages = messages;
    }

    public int Samples => _messages.Count;

    public int Target => Count("target");

    public int Accepted => Count("accepted");

    public IReadOnlyList<(double Complexity, double Quality)> Scores =>
        [.. _manifest.GetProperty("samples").EnumerateArray().Select(sample => (sample.GetProperty("complexity").GetDouble(), sample.GetProperty("quality").GetDouble()))];

    public static ReleasedFiles Read(string folder)
    {
        using JsonDocument manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "manifest.json")));
        return new ReleasedFiles(folder, manifest.RootElement.Clone(), File.ReadAllLines(Path.Combine(folder, "messages.jsonl")));
    }

    /// <summary>Every file that the manifest names is there with its checksum, and beside the manifest there is no other; answers their names.</summary>
    public IReadOnlyList<string> AssertFolderIsWhatTheManifestSays()
    {
        Dictionary<string, string> named = _manifest.GetProperty("files").EnumerateArray().ToDictionary(file => file.GetProperty("name").GetString()!, file => file.GetProperty("sha256").GetString()!);
        string[] there = [.. Directory.GetFiles(_folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(_folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];
        Assert.Equal(named.Keys.Append("manifest.json").Order(StringComparer.Ordinal), there);
        Assert.All(named, file => Assert.Equal(file.Value, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(_folder, file.Key))))));
        return there;
    }

    /// <summary>Requested = accepted + rejected + failed + pending in every cell and in all.</summary>
    public void AssertCountsAddUp()
    {
        JsonElement counts = _manifest.GetProperty("counts");
        JsonElement[] rows = [.. counts.GetProperty("cells").EnumerateArray(), counts];
        foreach (JsonElement row in rows)
        {
            int sum = Int(row, "accepted") + Int(row, "rejected") + Int(row, "failed") + Int(row, "pending");
            Assert.Equal(Int(row, "requested"), sum);
        }

        Assert.Equal(_manifest.TryGetProperty("selection", out JsonElement selection) ? Int(selection, "chosen") : Count("accepted"), Samples);
        Assert.Equal(Samples, _manifest.GetProperty("samples").GetArrayLength());
    }

    /// <summary>No sample id and no slot comes twice.</summary>
    public void AssertNothingTwice()
    {
        JsonElement[] samples = [.. _manifest.GetProperty("samples").EnumerateArray()];
        Assert.Equal(samples.Length, samples.Select(sample => sample.GetProperty("id").GetString()).Distinct().Count());
        Assert.Equal(samples.Length, samples.Select(sample => (sample.GetProperty("cell").GetString(), Int(sample, "slot"))).Distinct().Count());
    }

    private int Count(string name) => Int(_manifest.GetProperty("counts"), name);

    private static int Int(JsonElement row, string name) => row.GetProperty(name).GetInt32();
}
