namespace DialInsight.Hosting.Facts;

/// <summary>A document that tells of facts. Its collection declares an indexed field <c>recorded</c> with this value.</summary>
public interface IRecorded
{
    /// <summary>Which process wrote the document last, and as its how-manieth write: <c>writer/000000000123</c>. Stamped by
    /// <see cref="FactLog{TDocument}"/>; null before the first write.</summary>
    string? Recorded { get; set; }
}
