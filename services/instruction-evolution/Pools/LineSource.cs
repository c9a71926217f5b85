using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace DialInsight.InstructionEvolution.Pools;

/// <summary>Reads lines in bounded memory.</summary>
internal static class LineSource
{
    private const int LongestLine = 1024 * 1024;

    /// <summary>The lines that hold something, numbered from 1; null in place of one that is longer than a mebibyte.</summary>
    public static async IAsyncEnumerable<(int Number, ReadOnlyMemory<byte>? Line)> ReadAsync(PipeReader reader, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        int number = 0;
        bool tooLong = false;
        while (true)
        {
            ReadResult read = await reader.ReadAsync(cancellationToken);
            ReadOnlySequence<byte> buffer = read.Buffer;
            while (buffer.PositionOf((byte)'\n') is { } end)
            {
                number++;
                ReadOnlySequence<byte> found = buffer.Slice(0, end);
                ReadOnlyMemory<byte>? line = tooLong || found.Length > LongestLine ? (ReadOnlyMemory<byte>?)null : found.ToArray();
                if (line is null || !IsBlank(line.Value.Span))
                    yield return (number, line);
                tooLong = false;
                buffer = buffer.Slice(buffer.GetPosition(1, end));
            }

            if (read.IsCompleted)
            {
                byte[] last = buffer.ToArray();
                if (tooLong || !IsBlank(last))
                    yield return (number + 1, tooLong ? (ReadOnlyMemory<byte>?)null : last);
                reader.AdvanceTo(buffer.End);
                yield break;
            }

            // What is too long is let go as it comes.
            tooLong |= buffer.Length > LongestLine;
            reader.AdvanceTo(tooLong ? buffer.End : buffer.Start, buffer.End);
        }
    }

    private static bool IsBlank(ReadOnlySpan<byte> line) => line.Trim(" \t\r\uFEFF"u8).IsEmpty;
}
