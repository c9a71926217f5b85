using DialInsight.Storage;

namespace DialInsight.Quality.Exports;

/// <summary>Where in a file of a release its rows stand, here and there: a download that goes on from the middle of it is written from the mark before, not from the file's first row.</summary>
/// <param name="Release">The release's name.</param>
/// <param name="File">The file's name.</param>
/// <param name="Sha256">The file's checksum; marks of another state of it are of no use.</param>
/// <param name="Marks">The marks, ascending.</param>
internal sealed record FileMarks(string Release, string File, string Sha256, IReadOnlyList<Mark> Marks)
{
    /// <summary>The collection <c>file-marks</c>.</summary>
    public static CollectionDefinition<FileMarks> Definition { get; } = new("file-marks", marks => IdOf(marks.Release, marks.File));

    /// <summary>The id of a file's marks.</summary>
    public static string IdOf(string release, string file) => $"{release}/{file}";

    /// <summary>The last mark with no more than so many bytes before it; null where there is none.</summary>
    public Mark? Before(long bytes) => Marks.LastOrDefault(mark => mark.Bytes <= bytes);
}

/// <summary>A place between two rows.</summary>
/// <param name="Position">The release's position that comes next, from 0.</param>
/// <param name="Rows">How many rows stand before it.</param>
/// <param name="Bytes">How many bytes these are.</param>
internal sealed record Mark(int Position, int Rows, long Bytes);

/// <summary>Sets the marks of a file as its rows pass: so that between two of them lie few samples to be read and few bytes to be written.</summary>
internal sealed class MarkSetter
{
    private const int MostPositions = 1000;
    private const long MostBytes = 4 << 20;

    private readonly List<Mark> _marks = [];
    private Mark? _last;

    /// <summary>What was set.</summary>
    public IReadOnlyList<Mark> Marks => _marks;

    /// <summary>Told of each position before its row is written.</summary>
    /// <param name="position">The release's position.</param>
    /// <param name="rows">How many rows the file has.</param>
    /// <param name="bytes">How many bytes they are.</param>
    public void Pass(int position, int rows, long bytes)
    {
        _last ??= new Mark(position, rows, bytes);
        if (position - _last.Position < MostPositions && bytes - _last.Bytes < MostBytes)
            return;
        _last = new Mark(position, rows, bytes);
        _marks.Add(_last);
    }
}
