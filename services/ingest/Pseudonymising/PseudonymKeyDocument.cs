using System.Security.Cryptography;
using DialInsight.Pseudonyms;
using DialInsight.Storage;

namespace DialInsight.Ingest.Pseudonymising;

/// <summary>The key of surrogates where none is configured.</summary>
internal sealed record PseudonymKeyDocument(string Id, string Key)
{
    /// <summary>The id of the one key.</summary>
    public const string Only = "key";

    public static readonly CollectionDefinition<PseudonymKeyDocument> Definition = new("pseudonym-keys", key => key.Id);

    /// <summary>A new random key.</summary>
    public static PseudonymKeyDocument Random() => new(Only, Convert.ToHexString(RandomNumberGenerator.GetBytes(2 * Pseudonymiser.ShortestKey)));
}
