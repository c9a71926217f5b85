namespace DialInsight.Conversations.Parsing;

/// <summary>A record cannot be taken; the message says why and what to do, and never quotes the record.</summary>
internal sealed class RecordRefusedException(string message) : Exception(message);
