using DialInsight.Storage;

namespace DialInsight.Quality.Exports;

/// <summary>A file of a release that holds no rows, kept as it was written: a later version of this program may write it differently.</summary>
/// <param name="Release">The release's name.</param>
/// <param name="File">The file's name.</param>
/// <param name="Text">What is in it.</param>
internal sealed record ReleaseText(string Release, string File, string Text)
{
    /// <summary>The collection <c>release-texts</c>.</summary>
    public static CollectionDefinition<ReleaseText> Definition { get; } = new("release-texts", text => IdOf(text.Release, text.File));

    /// <summary>The id of a file's text.</summary>
    public static string IdOf(string release, string file) => $"{release}/{file}";
}
