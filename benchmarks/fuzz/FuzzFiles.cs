using DialInsight.Ingest.Tests.Fixtures;

namespace DialInsight.Benchmarks.Fuzz;

/// <summary>The files that are mutated.</summary>
internal static class FuzzFiles
{
    // Of large files the beginning is enough, and a thousand times as fast.
    private const int Bytes = 16 << 10;

    /// <summary>The built-in ones, and those of a folder by the order of their names.</summary>
    public static IReadOnlyList<(string? Name, byte[] Content)> With(DirectoryInfo? folder)
    {
        IEnumerable<FileInfo> more = folder?.EnumerateFiles("*", SearchOption.AllDirectories).OrderBy(file => file.FullName, StringComparer.Ordinal) ?? Enumerable.Empty<FileInfo>();
        return [.. FuzzedRequest.Seeds, .. more.Select(file => ((string?)file.Name, Start(file)))];
    }

    private static byte[] Start(FileInfo file)
    {
        using FileStream stream = file.OpenRead();
        byte[] bytes = new byte[Math.Min(Bytes, file.Length)];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
