namespace DialInsight.Contracts;

/// <summary>Something that happened, published once it is kept. Equal facts have equal ids, however often they are published.</summary>
public interface IFact
{
    /// <summary>The message's identity, computed from the document it tells of.</summary>
    Guid Id { get; }

    /// <summary>When it happened (UTC); taken from the document, so that a republished fact is the same bytes.</summary>
    DateTimeOffset OccurredAt { get; }
}
