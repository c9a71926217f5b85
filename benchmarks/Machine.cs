using System.Numerics;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace DialInsight.Benchmarks;

/// <summary>What the figures were measured on.</summary>
internal static class Machine
{
    private const string Load = "/proc/loadavg";

    public static JsonObject Describe() => new()
    {
        ["processor"] = ProcessorName(),
        ["cores"] = Environment.ProcessorCount,
        ["vectorBits"] = Vector<byte>.Count * 8,
        ["memoryMiB"] = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 20,
        ["system"] = RuntimeInformation.OSDescription,
        ["runtime"] = RuntimeInformation.FrameworkDescription,
        ["loadBefore"] = File.Exists(Load) ? File.ReadAllText(Load).Split(' ')[0] : null,
    };

    private static string ProcessorName()
    {
        const string cpuInfo = "/proc/cpuinfo";
        string? line = File.Exists(cpuInfo)
            ? File.ReadLines(cpuInfo).FirstOrDefault(static line => line.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return line?[(line.IndexOf(':') + 1)..].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
