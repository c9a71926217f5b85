namespace DialInsight.Hosting;

/// <summary>Files for what need not be held in memory while a piece of work lasts.</summary>
public static class TemporaryFile
{
    /// <summary>A file that is there as long as it is open. It has no buffer of its own.</summary>
    /// <param name="purpose">What it is for, as its name tells whoever finds it.</param>
    public static FileStream Create(string purpose)
    {
        string path = Path.Combine(Path.GetTempPath(), $"dialinsight-{purpose}-{Guid.NewGuid():N}");
        var file = new FileStream(path, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, BufferSize = 0, Options = FileOptions.DeleteOnClose });

        // Where a name may go before its file does, nothing is left of a process that is killed either.
        if (!OperatingSystem.IsWindows())
            File.Delete(path);
        return file;
    }
}
