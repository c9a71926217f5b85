using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace DialInsight.PromptAssembly.Sampling;

/// <summary>
/// xoshiro256** (Blackman and Vigna, 2018) seeded from SHA-256 over a seed and the purpose it is drawn for: the same bits on every machine and
/// runtime, and independent streams for independent purposes.
/// </summary>
public sealed class SeededRandom
{
    private ulong _a;
    private ulong _b;
    private ulong _c;
    private ulong _d;

    /// <summary>Starts the stream of <paramref name="seed"/> for a purpose, for instance <c>"dialogues", cell</c>.</summary>
    public SeededRandom(long seed, params ReadOnlySpan<string> purpose)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}\n{string.Join('\n', purpose!)}"));
        _a = BinaryPrimitives.ReadUInt64LittleEndian(hash);
        _b = BinaryPrimitives.ReadUInt64LittleEndian(hash.AsSpan(8));
        _c = BinaryPrimitives.ReadUInt64LittleEndian(hash.AsSpan(16));
        _d = BinaryPrimitives.ReadUInt64LittleEndian(hash.AsSpan(24)) | 1;
    }

    /// <summary>A uniform 64-bit number.</summary>
    public ulong Next()
    {
        ulong result = BitOperations.RotateLeft(_b * 5, 7) * 9;
        ulong shifted = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= shifted;
        _d = BitOperations.RotateLeft(_d, 45);
        return result;
    }

    /// <summary>A uniform number in [0, <paramref name="limit"/>), without bias (Lemire, 2019).</summary>
    public int Below(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        ulong range = (ulong)limit;
        ulong high = Math.BigMul(Next(), range, out ulong low);
        ulong threshold = (0 - range) % range;
        while (low < threshold)
            high = Math.BigMul(Next(), range, out low);

        return (int)high;
    }

    /// <summary>A uniform number in [0, 1) with 53 bits.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Shuffles in place (Fisher-Yates): every order is equally likely.</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (int last = items.Length - 1; last > 0; last--)
        {
            int other = Below(last + 1);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }
}
