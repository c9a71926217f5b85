namespace DialInsight.Cli.Ingesting;

/// <summary>What one request sends: a file, or files that belong together.</summary>
/// <param name="Name">What it is called when something is said of it.</param>
/// <param name="Paths">The files.</param>
/// <param name="FileName">The name that tells the service the format; null where it is to tell by the content, and for more files than one.</param>
/// <param name="Source">Where the conversations come from, unless the caller says.</param>
internal sealed record Upload(string Name, IReadOnlyList<string> Paths, string? FileName, string? Source)
{
    /// <summary>The bytes of all files.</summary>
    public long Bytes { get; } = Paths.Sum(path => new FileInfo(path).Length);

    /// <summary>A file, or the sides of a folder's recordings.</summary>
    public static Upload Of(string[] paths)
    {
        if (paths is [var path])
            return new Upload(path, paths, Path.GetFileName(path), Path.GetFileName(path));
        string folder = Path.GetDirectoryName(Path.GetFullPath(paths[0]))!;
        return new Upload(Path.GetDirectoryName(paths[0]) is { Length: > 0 } given ? given : ".", paths, null, Path.GetFileName(folder));
    }

    /// <summary>The content, each file read as it is sent.</summary>
    /// <param name="sent">Told of bytes on their way.</param>
    /// <exception cref="IOException">A file cannot be opened; <see cref="UnauthorizedAccessException"/> where it may not be.</exception>
    public HttpContent Open(Action<int> sent)
    {
        if (Paths is [var path])
            return Content(path, sent);
        var form = new MultipartFormDataContent();
        foreach (string file in Paths)
            form.Add(Content(file, sent), "files", Path.GetFileName(file));
        return form;
    }

    /// <summary>The place of a record: <c>file:line</c>, or <c>file, record n</c> where the format has no lines.</summary>
    public string Place(string? file, int? line, int index)
    {
        string place = file is null || file == FileName ? Name : $"{Name}/{file}";
        return line is null ? $"{place}, record {index + 1}" : $"{place}:{line}";
    }

    private static StreamContent Content(string path, Action<int> sent) =>
        new(new CountedStream(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.Asynchronous), sent));
}
