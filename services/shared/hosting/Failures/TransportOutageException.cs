namespace DialInsight.Hosting.Failures;

/// <summary>Something that the message needs is away; the transport hands the message out again.</summary>
internal sealed class TransportOutageException(Exception innerException) : Exception("Something outside is away; the message is handed out again.", innerException);
