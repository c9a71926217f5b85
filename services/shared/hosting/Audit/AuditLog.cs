using DialInsight.Storage;

namespace DialInsight.Hosting.Audit;

/// <summary>The changes that people and programs made, in each service's own database.</summary>
public sealed class AuditLog(IDocumentStoreFactory stores)
{
    /// <summary>The collection <c>audit</c>.</summary>
    public static CollectionDefinition<AuditEntry> Definition { get; } = new(
        "audit", entry => entry.Id, new("at", entry => entry.At), new("principal", entry => entry.Principal), new("target", entry => entry.Target));

    /// <summary>The entries of one service.</summary>
    public IDocumentCollection<AuditEntry> Of(string service) => stores.Open(service).Collection(Definition);
}
