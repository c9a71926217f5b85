using System.Runtime.InteropServices;
using DialInsight.Storage;

namespace DialInsight.LanguageModels.Embeddings;

/// <summary>A vector that was paid for.</summary>
/// <param name="Key">Endpoint host, model, dimensions and text, hashed.</param>
/// <param name="Numbers">The numbers, 32-bit little-endian.</param>
/// <param name="Transcript">The transcript that the text quotes.</param>
/// <param name="At">When.</param>
internal sealed record KeptVector(string Key, byte[] Numbers, string? Transcript, DateTimeOffset At)
{
    /// <summary>The collection.</summary>
    public static CollectionDefinition<KeptVector> Collection { get; } = new(
        "vectors", vector => vector.Key, new IndexedField<KeptVector>("transcript", vector => vector.Transcript), new IndexedField<KeptVector>("at", vector => vector.At));

    /// <summary>The vector.</summary>
    public ReadOnlyMemory<float> ToVector() => MemoryMarshal.Cast<byte, float>(Numbers).ToArray();

    /// <summary>The numbers of a vector.</summary>
    public static byte[] NumbersOf(ReadOnlySpan<float> vector) => MemoryMarshal.AsBytes(vector).ToArray();
}
