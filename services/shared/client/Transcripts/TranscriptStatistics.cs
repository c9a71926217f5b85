namespace DialInsight.Client.Transcripts;

/// <summary>What the kept transcripts are. Names that are not there count under the empty string.</summary>
/// <param name="Transcripts">How many there are.</param>
/// <param name="Domains">Transcripts by domain pack.</param>
/// <param name="Scenarios">Transcripts by scenario.</param>
/// <param name="Channels">Transcripts by channel.</param>
/// <param name="Languages">Transcripts by language.</param>
/// <param name="Scripts">Chinese transcripts by script, <c>zh-Hans</c> or <c>zh-Hant</c>.</param>
/// <param name="Sources">Transcripts by source; where there are more than a thousand, the rest counts under <c>…</c>.</param>
/// <param name="Turns">How many turns they have.</param>
/// <param name="Characters">How many characters they have, in code points.</param>
/// <param name="Pseudonyms">Replaced personal data by type.</param>
/// <param name="Cleaned">What cleaning removed, by rule.</param>
/// <param name="Coherence">Transcripts by reason against them; one may have several.</param>
/// <param name="Duplicates">Records that were not kept because they repeat a transcript: <c>exact</c>, or <c>near</c>. The same record sent again counts once.</param>
public sealed record TranscriptStatistics(
    long Transcripts,
    IReadOnlyDictionary<string, long> Domains,
    IReadOnlyDictionary<string, long> Scenarios,
    IReadOnlyDictionary<string, long> Channels,
    IReadOnlyDictionary<string, long> Languages,
    IReadOnlyDictionary<string, long> Scripts,
    IReadOnlyDictionary<string, long> Sources,
    LengthStatistics Turns,
    LengthStatistics Characters,
    IReadOnlyDictionary<string, long> Pseudonyms,
    IReadOnlyDictionary<string, long> Cleaned,
    IReadOnlyDictionary<string, long> Coherence,
    IReadOnlyDictionary<string, long> Duplicates);

/// <summary>How long transcripts are.</summary>
/// <param name="Total">The sum.</param>
/// <param name="Mean">The mean; 0 where there is none.</param>
/// <param name="Longest">The largest.</param>
/// <param name="Buckets">Transcripts by length; the bounds double.</param>
public sealed record LengthStatistics(long Total, double Mean, int Longest, IReadOnlyList<LengthBucket> Buckets);

/// <summary>Transcripts of about one length.</summary>
/// <param name="From">The least, inclusive.</param>
/// <param name="UpTo">The most, inclusive.</param>
/// <param name="Transcripts">How many there are.</param>
public sealed record LengthBucket(int From, int UpTo, long Transcripts);
