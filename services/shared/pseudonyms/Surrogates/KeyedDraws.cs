using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace DialInsight.Pseudonyms.Surrogates;

/// <summary>Draws that the key and an identity decide: HMAC-SHA256 of purpose, attempt and identity, drawn out in counter mode.</summary>
internal sealed class KeyedDraws(byte[] key)
{
    // Setting a hash up takes longer than hashing what is drawn for: those that are done are used again.
    private readonly ConcurrentBag<IncrementalHash> _hashes = [];

    /// <summary>The draws for an identity. The same again gives the same draws.</summary>
    /// <param name="purpose">Keeps the draws of different uses apart.</param>
    /// <param name="identity">What is replaced, in its one normal form.</param>
    /// <param name="attempt">Another one gives other draws, for where the first gave the original back.</param>
    public Draws For(string purpose, string identity, int attempt = 0) => new(this, Encoding.UTF8.GetBytes($"{purpose}\0{attempt}\0{identity}"));

    private byte[] Hash(byte[] message)
    {
        if (!_hashes.TryTake(out IncrementalHash? hash))
            hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData(message);
        byte[] code = hash.GetHashAndReset();
        _hashes.Add(hash);
        return code;
    }

    /// <summary>A sequence of draws.</summary>
    internal sealed class Draws(KeyedDraws draws, byte[] identity)
    {
        // A seed of fixed length first: each further block costs the same however long the identity is.
        private readonly byte[] _message = [.. draws.Hash(identity), 0, 0, 0, 0];
        private byte[] _block = [];
        private int _used;
        private int _counter;

        /// <summary>A number from 0 to <paramref name="bound"/>, exclusive.</summary>
        public int Next(int bound)
        {
            if (_used + 4 > _block.Length)
            {
                BinaryPrimitives.WriteInt32LittleEndian(_message.AsSpan(_message.Length - 4), _counter++);
                _block = draws.Hash(_message);
                _used = 0;
            }

            uint value = BinaryPrimitives.ReadUInt32LittleEndian(_block.AsSpan(_used));
            _used += 4;
            return (int)(((ulong)value * (ulong)bound) >> 32);
        }
    }
}
