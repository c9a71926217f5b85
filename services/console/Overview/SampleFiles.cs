using System.Reflection;

namespace DialInsight.WebConsole.Overview;

/// <summary>The bundled sample: made-up conversations of a brokerage, and a recipe for them.</summary>
internal sealed class SampleFiles
{
    /// <summary>The sample's domain pack.</summary>
    public const string Domain = "real-estate";

    /// <summary>Its run: loaded twice, it is the same.</summary>
    public const string RunId = "sample";

    private const string Prefix = "sample/";

    /// <summary>The files with their names.</summary>
    public IReadOnlyList<(string Name, byte[] Content)> Transcripts { get; } =
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => (name[Prefix.Length..], Read(name))),
    ];

    /// <summary>The recipe, YAML.</summary>
    public string Recipe { get; } = System.Text.Encoding.UTF8.GetString(Read("sample-recipe.yaml"));

    private static byte[] Read(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        byte[] content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
