using System.Buffers.Text;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DialInsight.TextAnalysis.Tokens;

/// <summary>The vocabulary of an encoding: byte strings and their ranks, in one open-addressing hash table over one buffer.</summary>
internal sealed class RankTable
{
    /// <summary>The rank of a byte string that is no token: larger than every rank, so that it is merged last, that is never.</summary>
    public const int None = int.MaxValue;

    private readonly byte[] _bytes;
    private readonly int[] _starts;
    private readonly ulong[] _slots;
    private readonly int[] _pairs = new int[0x10000];
    private readonly int _longest;

    private RankTable(byte[] bytes, int[] starts)
    {
        _bytes = bytes;
        _starts = starts;
        int count = starts.Length - 1;
        _slots = new ulong[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)count * 2)];
        Array.Fill(_pairs, None);
        for (int rank = 0; rank < count; rank++)
        {
            ReadOnlySpan<byte> token = Token(rank);
            _longest = Math.Max(_longest, token.Length);
            Insert(token, rank);
            if (token.Length == 2)
                _pairs[(token[0] << 8) | token[1]] = rank;
        }
    }

    /// <summary>Reads an embedded rank file: gzip, one <c>base64 rank</c> a line, ranks ascending from 0.</summary>
    /// <exception cref="InvalidDataException">The resource is missing or not of that form.</exception>
    public static RankTable Load(string resource)
    {
        using Stream packed = typeof(RankTable).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidDataException($"The assembly holds no rank file '{resource}'.");
        using var unpacked = new GZipStream(packed, CompressionMode.Decompress);
        using var buffer = new MemoryStream();
        unpacked.CopyTo(buffer);
        return Parse(buffer.GetBuffer().AsSpan(0, (int)buffer.Length), resource);
    }

    /// <summary>The rank of a byte string, or <see cref="None"/>.</summary>
    public int Rank(ReadOnlySpan<byte> token)
    {
        if (token.Length == 2)
            return _pairs[(token[0] << 8) | token[1]];
        if (token.Length > _longest)
            return None;
        ulong hash = Hash(token);
        uint tag = (uint)(hash >> 32);
        int mask = _slots.Length - 1;
        for (int slot = (int)hash & mask; ; slot = (slot + 1) & mask)
        {
            ulong entry = _slots[slot];
            if (entry == 0)
                return None;
            if ((uint)(entry >> 32) == tag && Token((int)(uint)entry - 1).SequenceEqual(token))
                return (int)(uint)entry - 1;
        }
    }

    private static RankTable Parse(ReadOnlySpan<byte> file, string resource)
    {
        var bytes = new byte[file.Length];
        var starts = new List<int> { 0 };
        int used = 0;
        foreach (Range range in file.Split((byte)'\n'))
        {
            ReadOnlySpan<byte> line = file[range];
            if (line.IsEmpty)
                continue;
            int space = line.IndexOf((byte)' ');
            if (space <= 0
                || Base64.DecodeFromUtf8(line[..space], bytes.AsSpan(used), out _, out int written) != System.Buffers.OperationStatus.Done
                || !Utf8Parser.TryParse(line[(space + 1)..], out int rank, out _)
                || rank != starts.Count - 1)
                throw new InvalidDataException($"Line {starts.Count} of rank file '{resource}' is not 'base64 rank' in order.");
            used += written;
            starts.Add(used);
        }

        return new RankTable(bytes[..used], [.. starts]);
    }

    private ReadOnlySpan<byte> Token(int rank) => _bytes.AsSpan(_starts[rank], _starts[rank + 1] - _starts[rank]);

    private void Insert(ReadOnlySpan<byte> token, int rank)
    {
        ulong hash = Hash(token);
        int mask = _slots.Length - 1;
        int slot = (int)hash & mask;
        while (_slots[slot] != 0)
            slot = (slot + 1) & mask;
        _slots[slot] = (hash & 0xFFFF_FFFF_0000_0000) | (uint)(rank + 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Hash(ReadOnlySpan<byte> token)
    {
        ulong hash = (ulong)token.Length * 0x9E37_79B9_7F4A_7C15;
        int length = token.Length;
        ref byte start = ref MemoryMarshal.GetReference(token);
        for (int index = 0; index + 8 <= length; index += 8)
            hash = Mix(hash ^ Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, index)));
        if (length >= 8)
            return Mix(hash ^ Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, length - 8)));
        if (length >= 4)
        {
            ulong low = Unsafe.ReadUnaligned<uint>(ref start);
            return Mix(hash ^ low ^ ((ulong)Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref start, length - 4)) << 32));
        }

        return length == 0 ? hash : Mix(hash ^ start ^ ((ulong)Unsafe.Add(ref start, length / 2) << 8)
            ^ ((ulong)Unsafe.Add(ref start, length - 1) << 16));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong value)
    {
        ulong high = Math.BigMul(value ^ 0xA076_1D64_78BD_642F, 0xE703_7ED1_A0B4_28DB, out ulong low);
        return high ^ low;
    }
}
