using System.ComponentModel.DataAnnotations;
using DialInsight.Conversations.Parsing;

namespace DialInsight.Ingest.Transcripts;

/// <summary>The settings of section <c>Ingest:Limits</c>: what one request may hold.</summary>
internal sealed record IngestLimits : ParsingLimits
{
    /// <summary>Bytes of a request: 1,024 to 2^40.</summary>
    [Range(1L << 10, 1L << 40)]
    public long RequestBytes { get; init; } = 4L << 30;

    /// <summary>Files of one upload: 1 to 1,000,000.</summary>
    [Range(1, 1_000_000)]
    public int UploadFiles { get; init; } = 20_000;

    public string RequestTooLarge => $"The request is larger than {Size(RequestBytes)}{Named(nameof(RequestBytes))}: send it in parts; those that were kept are known again.";

    public string TooManyFiles => $"the upload has more than {UploadFiles} files{Named(nameof(UploadFiles))}: those after them were not read";
}
