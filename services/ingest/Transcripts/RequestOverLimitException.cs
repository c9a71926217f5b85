namespace DialInsight.Ingest.Transcripts;

/// <summary>A request goes over a limit and is not read on. What came before is kept; the message tells what to do.</summary>
internal sealed class RequestOverLimitException(string refusal) : IOException(refusal);
