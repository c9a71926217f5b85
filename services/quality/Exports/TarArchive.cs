using System.Globalization;
using System.Text;

namespace DialInsight.Quality.Exports;

/// <summary>
/// A POSIX <c>ustar</c> archive (IEEE Std 1003.1-1988, section 10.1.1): a header of 512 bytes before each file, whose bytes are padded to as many. The same files give the same bytes, and how
/// many those are is known beforehand, so that an archive can be downloaded from its middle on.
/// </summary>
internal static class TarArchive
{
    private const int Block = 512;
    private const long Largest = 8L * 1024 * 1024 * 1024 - 1;

    /// <summary>How many bytes a file takes, header and padding included.</summary>
    public static long Size(long bytes) => Block + bytes + Padding(bytes);

    /// <summary>Writes what stands before a file's bytes.</summary>
    /// <param name="folder">The folder that the archive unpacks to, 155 bytes at most.</param>
    /// <param name="name">The file's name in it, 100 bytes at most.</param>
    /// <param name="bytes">How many bytes it has, below 8 GiB.</param>
    /// <param name="at">When it was last changed.</param>
    /// <param name="output">The archive.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public static ValueTask BeginAsync(string folder, string name, long bytes, DateTimeOffset at, Stream output, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bytes, Largest);
        byte[] header = new byte[Block];
        Text(header, 0, 100, name);
        Text(header, 100, 8, "0000644");
        Text(header, 108, 8, "0000000");
        Text(header, 116, 8, "0000000");
        Text(header, 124, 12, Octal(bytes));
        Text(header, 136, 12, Octal(at.ToUnixTimeSeconds()));
        // The checksum is taken with blanks in its own place.
        Text(header, 148, 8, "        ");
        Text(header, 156, 1, "0");
        Text(header, 257, 6, "ustar");
        Text(header, 263, 2, "00");
        Text(header, 345, 155, folder);
        Text(header, 148, 8, string.Create(CultureInfo.InvariantCulture, $"{Convert.ToString(header.Sum(value => value), 8).PadLeft(6, '0')}\0 "));
        return output.WriteAsync(header, cancellationToken);
    }

    /// <summary>Writes what stands after a file's bytes.</summary>
    public static ValueTask EndFileAsync(long bytes, Stream output, CancellationToken cancellationToken) => output.WriteAsync(new byte[Padding(bytes)], cancellationToken);

    /// <summary>Writes what ends the archive.</summary>
    public static ValueTask EndAsync(Stream output, CancellationToken cancellationToken) => output.WriteAsync(new byte[2 * Block], cancellationToken);

    private static int Padding(long bytes) => (int)((Block - (bytes % Block)) % Block);

    private static string Octal(long value) => Convert.ToString(value, 8).PadLeft(11, '0');

    private static void Text(byte[] header, int at, int most, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length > most)
            throw new ArgumentException($"\"{text}\" is longer than the {most} bytes that an archive's header has for it.", nameof(text));
        bytes.CopyTo(header, at);
    }
}
