using DialInsight.TextAnalysis.Spelling;

namespace DialInsight.DomainPacks.Yaml;

/// <summary>What a message says of a name that is not known.</summary>
internal static class MistypedName
{
    private const int MostNames = 24;

    /// <summary>A half-sentence: <c>; did you mean "target"?</c>, or else the names that are known.</summary>
    public static string Hint(string name, IEnumerable<string> known)
    {
        string[] names = [.. known];
        if (NearestName.Find(name, names) is { } nearest)
            return $"; did you mean \"{nearest}\"?";
        return names.Length is 0 or > MostNames ? "" : $"; known are {string.Join(", ", names)}";
    }
}
