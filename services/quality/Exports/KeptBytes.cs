namespace DialInsight.Quality.Exports;

/// <summary>A stretch of a temporary file.</summary>
/// <param name="File">The file.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How many bytes it has.</param>
internal sealed record KeptBytes(FileStream File, long Start, long Length)
{
    private const int Chunk = 1 << 18;

    /// <summary>Writes the stretch.</summary>
    public async Task CopyToAsync(Stream output, CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[Math.Min(Chunk, Length)];
        for (long place = Start, end = Start + Length; place < end;)
        {
            int read = RandomAccess.Read(File.SafeFileHandle, buffer.AsSpan(0, (int)Math.Min(buffer.Length, end - place)), place);
            if (read == 0)
                throw new EndOfStreamException("A temporary file is shorter than what was written to it.");
            await output.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            place += read;
        }
    }
}

/// <summary>A file of a release as it was measured.</summary>
/// <param name="File">The file.</param>
/// <param name="Marks">Where its rows stand.</param>
/// <param name="Kept">What is in it; null where that is not kept.</param>
internal sealed record MeasuredFile(ExportFile File, IReadOnlyList<Mark> Marks, KeptBytes? Kept);
