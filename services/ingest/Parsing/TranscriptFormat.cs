namespace DialInsight.Ingest.Parsing;

/// <summary>The formats that transcripts are read from.</summary>
internal enum TranscriptFormat
{
    /// <summary>One JSON object, or an array of them.</summary>
    Json,

    /// <summary>One JSON object a line.</summary>
    JsonLines,

    /// <summary>Lines of <c>speaker: words</c>, one conversation a file.</summary>
    Text,

    /// <summary>A ZIP archive of files in these formats.</summary>
    Zip,
}
