using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace DialInsight.Conversations.Parsing;

/// <summary>Reads lines as bytes, none longer than a limit: a longer one is passed over and told of.</summary>
internal static class LineReader
{
    /// <summary>The lines. <c>Bytes</c> is null for one that is too long; otherwise it is valid until the next line is asked for.</summary>
    public static async IAsyncEnumerable<(int Number, ReadOnlyMemory<byte>? Bytes)> ReadAsync(
        Stream stream, int limit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        PipeReader reader = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 1 << 16, leaveOpen: true));
        int number = 0;
        bool skipping = false;
        while (true)
        {
            ReadResult result = await reader.ReadAsync(cancellationToken);
            ReadOnlySequence<byte> buffer = result.Buffer;
            while (buffer.PositionOf((byte)'\n') is { } end)
            {
                number++;
                ReadOnlySequence<byte> line = buffer.Slice(0, end);
                yield return (number, skipping ? null : Memory(line, limit));
                skipping = false;
                buffer = buffer.Slice(buffer.GetPosition(1, end));
            }

            if (result.IsCompleted)
            {
                if (skipping || !buffer.IsEmpty)
                    yield return (number + 1, skipping ? null : Memory(buffer, limit));
                break;
            }

            // What is over the limit need not be kept to be told of.
            if (buffer.Length > limit)
            {
                skipping = true;
                buffer = buffer.Slice(buffer.End);
            }

            reader.AdvanceTo(buffer.Start, buffer.End);
        }

        await reader.CompleteAsync();
    }

    private static ReadOnlyMemory<byte>? Memory(ReadOnlySequence<byte> line, int limit)
    {
        if (line.Length > limit)
            return null;
        return line.IsSingleSegment ? line.First : line.ToArray();
    }
}
