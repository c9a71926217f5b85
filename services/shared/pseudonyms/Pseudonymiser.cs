using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using DialInsight.Pseudonyms.Accounts;
using DialInsight.Pseudonyms.Names;
using DialInsight.Pseudonyms.Numbers;
using DialInsight.Pseudonyms.Places;
using DialInsight.Pseudonyms.Scanning;
using DialInsight.Pseudonyms.Surrogates;

namespace DialInsight.Pseudonyms;

/// <summary>
/// Finds personal data in Chinese (Simplified and Traditional) and English text and replaces it by surrogates of the same type and shape. Surrogates are a
/// keyed hash (HMAC-SHA256) of what they replace: equal under one key, not to be reversed without it. Time is linear in the text; safe to share between threads.
/// </summary>
public sealed class Pseudonymiser
{
    /// <summary>The shortest key in bytes.</summary>
    public const int ShortestKey = 16;

    private readonly byte[] _key;
    private readonly SurrogateWriter _surrogates;

    /// <summary>A pseudonymiser with a key.</summary>
    /// <param name="key">The secret, at least <see cref="ShortestKey"/> bytes.</param>
    /// <exception cref="ArgumentException">The key is too short.</exception>
    public Pseudonymiser(ReadOnlySpan<byte> key)
    {
        if (key.Length < ShortestKey)
            throw new ArgumentException($"A pseudonym key needs at least {ShortestKey} bytes; this one has {key.Length}.", nameof(key));
        _key = key.ToArray();
        _surrogates = new SurrogateWriter(new KeyedDraws(_key));
    }

    /// <summary>A pseudonymiser with a key given as text.</summary>
    /// <exception cref="ArgumentException">The key is too short.</exception>
    public static Pseudonymiser FromText(string key) => new(Encoding.UTF8.GetBytes(key));

    /// <summary>The personal data of a text, in order, without overlaps.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="language">A language code such as <c>zh</c> or <c>en</c>; null where it is not known. A hint: both languages are looked for.</param>
    /// <param name="context">What was said just before, such as the question that a bare number answers; null for nothing.</param>
    public static IReadOnlyList<IdentifierSpan> Detect(string text, string? language = null, string? context = null) =>
        [.. Detect(new FoldedText(text), context).Spans()];

    /// <summary>The text with surrogates in the place of personal data.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="language">A language code such as <c>zh</c> or <c>en</c>; null where it is not known.</param>
    /// <param name="context">What was said just before; null for nothing.</param>
    public PseudonymisedText Replace(string text, string? language = null, string? context = null)
    {
        var folded = new FoldedText(text);
        return Replace(folded, Detect(folded, context));
    }

    /// <summary>A conversation whose turns are replaced together, so that a name introduced once is known throughout.</summary>
    /// <param name="language">A language code such as <c>zh</c> or <c>en</c>; null where it is not known.</param>
    public ConversationPseudonyms ForConversation(string? language = null) => new(this, language);

    /// <summary>An identity of texts under the key: equal for equal texts, and of no use to test guesses with. 32 hexadecimal characters.</summary>
    public string Fingerprint(IEnumerable<string> parts)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        Span<byte> length = stackalloc byte[4];
        hash.AppendData("fingerprint\0"u8);
        foreach (string part in parts)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(part);
            BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..32];
    }

    internal static Findings Detect(FoldedText text, string? context)
    {
        var findings = new Findings(text.Length);
        string before = context is null ? "" : FoldedText.Tail(context, Clues.Reach);
        WebScanner.Scan(text, findings);
        SpokenEmailScanner.Scan(text, findings);
        BirthDateScanner.Scan(text, findings);
        CodeScanner.Scan(text, findings);
        NumberScanner.Scan(text, before, findings);
        AccountScanner.Scan(text, findings);
        ChineseAddressScanner.Scan(text, findings);
        EnglishAddressScanner.Scan(text, findings);
        ChineseNameScanner.Scan(text, findings);
        EnglishNameScanner.Scan(text, findings);
        var known = new KnownNames();
        known.Learn(text, findings);
        known.Find(text, findings);
        return findings;
    }

    internal PseudonymisedText Replace(FoldedText text, Findings findings)
    {
        IReadOnlyList<IdentifierSpan> spans = findings.Spans();
        if (spans.Count == 0)
            return new PseudonymisedText(text.Original, []);
        var replaced = new StringBuilder(text.Original.Length);
        var written = new ReplacedSpan[spans.Count];
        int copied = 0;
        for (int index = 0; index < spans.Count; index++)
        {
            IdentifierSpan span = spans[index];
            string surrogate = _surrogates.Write(text, span);
            replaced.Append(text.Slice(copied, span.Start)).Append(surrogate);
            written[index] = new ReplacedSpan(span.Start, span.End, span.Type, surrogate);
            copied = span.End;
        }

        replaced.Append(text.Slice(copied, text.Length));
        return new PseudonymisedText(replaced.ToString(), written);
    }
}
