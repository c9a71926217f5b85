namespace DialInsight.EndToEnd.Tests.Processes;

/// <summary>As much of protobuf's wire format as reading length-delimited fields takes.</summary>
internal static class Protobuf
{
    /// <summary>The contents of the length-delimited fields with a number, in order.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Fields(ReadOnlyMemory<byte> message, int number)
    {
        int at = 0;
        while (at < message.Length)
        {
            ulong tag = Varint(message.Span, ref at);
            switch (tag & 7)
            {
                case 0: Varint(message.Span, ref at); break;
                case 1: at += 8; break;
                case 5: at += 4; break;
                case 2:
                    int length = (int)Varint(message.Span, ref at);
                    if ((int)(tag >> 3) == number)
                        yield return message.Slice(at, length);
                    at += length;
                    break;
                default: throw new InvalidDataException("This is no protobuf message.");
            }
        }
    }

    private static ulong Varint(ReadOnlySpan<byte> bytes, ref int at)
    {
        ulong value = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte part = bytes[at++];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
                return value;
        }
    }
}
