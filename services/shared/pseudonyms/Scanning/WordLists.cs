using System.Collections.Frozen;
using System.Reflection;

namespace DialInsight.Pseudonyms.Scanning;

/// <summary>The word lists that come with the project: words apart by white space, comments behind #.</summary>
internal static class WordLists
{
    public static FrozenSet<string> Read(string name) => Words(name).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The words in the order of the file.</summary>
    public static string[] Words(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        var words = new List<string>();
        while (reader.ReadLine() is { } line)
            words.AddRange(line.Split('#')[0].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return [.. words];
    }

    /// <summary>All characters of a file of characters.</summary>
    public static FrozenSet<char> Characters(string name) => string.Concat(Words(name)).ToFrozenSet();
}
