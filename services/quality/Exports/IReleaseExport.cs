namespace DialInsight.Quality.Exports;

/// <summary>Writes the files of a release. The same release gives the same bytes, however often and wherever it is written.</summary>
public interface IReleaseExport
{
    /// <summary>The names of the files, in the order in which to write them.</summary>
    IReadOnlyList<string> Files { get; }

    /// <summary>Writes one file of a release, streamed, in bounded memory.</summary>
    /// <param name="release">The release's name.</param>
    /// <param name="file">One of <see cref="Files"/>.</param>
    /// <param name="output">Where to; it stays open.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    /// <exception cref="KeyNotFoundException">There is no such release, or no such file.</exception>
    Task WriteAsync(string release, string file, Stream output, CancellationToken cancellationToken);
}
