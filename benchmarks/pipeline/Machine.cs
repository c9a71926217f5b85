using System.Runtime.InteropServices;

namespace DialInsight.Benchmarks.Pipeline;

/// <summary>What the figures were measured on.</summary>
internal static class Machine
{
    public static object Describe() => new
    {
        processors = Environment.ProcessorCount,
        system = RuntimeInformation.OSDescription,
        runtime = RuntimeInformation.FrameworkDescription,
        loadBefore = File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : null,
    };
}
