namespace DialInsight.Ingest.Transcripts;

/// <summary>A request goes over a limit, or is not what was asked for, and is not read on. What came before is kept; the message tells what to do.</summary>
internal sealed class RequestRefusedException(string refusal) : IOException(refusal);
