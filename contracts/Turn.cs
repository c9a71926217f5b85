namespace DialInsight.Contracts;

/// <summary>One turn of a conversation.</summary>
/// <param name="Role">The speaker's role, an id of the domain pack (<c>agent</c>, <c>customer</c>), or the speaker's label as it was given.</param>
/// <param name="Text">What was said, normalised to NFC.</param>
/// <param name="At">When, as the source gave it: an ISO 8601 instant or an offset <c>hh:mm:ss</c>; null where the source had none.</param>
public sealed record Turn(string Role, string Text, string? At = null);
