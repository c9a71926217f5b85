using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace DialInsight.Storage;

/// <summary>Identities that are computed from what they stand for, so that doing a thing twice names the same thing twice.</summary>
public static class DeterministicId
{
    /// <summary>The first <paramref name="length"/> hexadecimal characters of SHA-256 over the parts, each preceded by its length.</summary>
    public static string Of(int length, params ReadOnlySpan<string> parts) => Convert.ToHexStringLower(Hash(parts))[..length];

    /// <summary>A number from SHA-256 over the parts, each preceded by its length: its first four bytes, the highest first.</summary>
    public static uint Number(params ReadOnlySpan<string> parts) => BinaryPrimitives.ReadUInt32BigEndian(Hash(parts));

    /// <summary>A version 8 UUID (RFC 9562, section 5.8) from SHA-256 over the parts, each preceded by its length.</summary>
    public static Guid Guid(params ReadOnlySpan<string> parts)
    {
        Span<byte> bytes = Hash(parts).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    private static byte[] Hash(ReadOnlySpan<string> parts)
    {
        int most = 0;
        foreach (string part in parts)
            most += sizeof(int) + Encoding.UTF8.GetMaxByteCount(part.Length);

        // Parts may be whole prompts: their bytes are wanted for a moment only.
        byte[] bytes = ArrayPool<byte>.Shared.Rent(most);
        int end = 0;
        foreach (string part in parts)
        {
            int length = Encoding.UTF8.GetBytes(part, bytes.AsSpan(end + sizeof(int)));
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(end), length);
            end += sizeof(int) + length;
        }

        byte[] hash = SHA256.HashData(bytes.AsSpan(0, end));
        ArrayPool<byte>.Shared.Return(bytes);
        return hash;
    }
}
