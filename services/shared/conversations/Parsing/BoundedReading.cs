namespace DialInsight.Conversations.Parsing;

/// <summary>Reads whole what must be read whole, up to a limit.</summary>
internal static class BoundedReading
{
    /// <summary>The bytes; null when there are more than the limit.</summary>
    public static async Task<byte[]?> ReadAsync(Stream stream, int limit, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        byte[] chunk = new byte[1 << 16];
        int read;
        while ((read = await stream.ReadAsync(chunk, cancellationToken)) > 0)
        {
            if (buffer.Length + read > limit)
                return null;
            buffer.Write(chunk, 0, read);
        }

        return buffer.ToArray();
    }
}
