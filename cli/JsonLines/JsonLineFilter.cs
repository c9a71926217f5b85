using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DialInsight.Cli.JsonLines;

/// <summary>Turns each line of JSON into one of another, streaming. A line that fails is named and left out; the others go on.</summary>
internal static class JsonLineFilter
{
    private const int FlushAt = 64 * 1024;

    /// <summary>Runs <paramref name="convert"/> over all lines that are not blank.</summary>
    /// <param name="input">UTF-8 lines, with or without a byte order mark.</param>
    /// <param name="output">Receives the lines, at the latest before the input is waited for.</param>
    /// <param name="errors">Receives <c>line N: why</c> for each line that could not be read.</param>
    /// <param name="convert">Writes one JSON value; throws <see cref="JsonException"/> before it writes where the line is no good.</param>
    /// <param name="cancellationToken">Stops between lines.</param>
    /// <returns>The exit code: 0, or 1 where a line failed.</returns>
    public static async Task<int> RunAsync(
        Stream input, Stream output, TextWriter errors, Action<ReadOnlySpan<byte>, Utf8JsonWriter> convert, CancellationToken cancellationToken)
    {
        var reader = new LineReader(input);
        var buffer = new ArrayBufferWriter<byte>(2 * FlushAt);
        await using var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        int exitCode = 0;
        try
        {
            while (await reader.ReadAsync(cancellationToken) is { } line)
            {
                if (!TryConvert(line.Span, writer, buffer, convert, out string? failure))
                {
                    exitCode = 1;
                    await errors.WriteLineAsync($"line {reader.LineNumber}: {failure}".AsMemory(), cancellationToken);
                }

                if (buffer.WrittenCount >= FlushAt || !reader.HasLine)
                    await FlushAsync(buffer, output, cancellationToken);
            }
        }
        catch (InvalidDataException failure)
        {
            exitCode = 1;
            await errors.WriteLineAsync(failure.Message.AsMemory(), cancellationToken);
        }

        await FlushAsync(buffer, output, cancellationToken);
        return exitCode;
    }

    private static bool TryConvert(
        ReadOnlySpan<byte> line, Utf8JsonWriter writer, ArrayBufferWriter<byte> buffer, Action<ReadOnlySpan<byte>, Utf8JsonWriter> convert, out string? failure)
    {
        failure = null;
        if (line.Trim(" \t\r"u8).IsEmpty)
            return true;
        try
        {
            convert(line, writer);
        }
        catch (JsonException exception)
        {
            failure = exception.Message;
            return false;
        }

        writer.Flush();
        writer.Reset();
        buffer.Write("\n"u8);
        return true;
    }

    private static async Task FlushAsync(ArrayBufferWriter<byte> buffer, Stream output, CancellationToken cancellationToken)
    {
        await output.WriteAsync(buffer.WrittenMemory, cancellationToken);
        await output.FlushAsync(cancellationToken);
        buffer.ResetWrittenCount();
    }
}
