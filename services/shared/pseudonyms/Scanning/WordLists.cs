using System.Collections.Frozen;
using System.IO.Compression;
using System.Reflection;

namespace DialInsight.Pseudonyms.Scanning;

/// <summary>The word lists that come with the project: words apart by white space, comments behind #; the long ones compressed.</summary>
internal static class WordLists
{
    public static FrozenSet<string> Read(string name) => Words(name).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The words in the order of the file.</summary>
    public static string[] Words(string name)
    {
        var words = new List<string>();
        foreach (string line in Lines(name))
            words.AddRange(line.Split('#')[0].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return [.. words];
    }

    /// <summary>The lines of a file; one that is called .gz is decompressed.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using Stream plain = name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
        using var reader = new StreamReader(plain);
        while (reader.ReadLine() is { } line)
            yield return line;
    }

    /// <summary>All characters of a file of characters.</summary>
    public static FrozenSet<char> Characters(string name) => string.Concat(Words(name)).ToFrozenSet();
}
