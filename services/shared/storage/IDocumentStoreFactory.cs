namespace DialInsight.Storage;

/// <summary>Opens databases by name with the adapter that <c>Storage:Provider</c> names. The same name gives the same instance.</summary>
public interface IDocumentStoreFactory
{
    /// <summary>Opens (and, where it does not exist, creates) the database <paramref name="database"/>: lower-case letters and dashes.</summary>
    IDocumentStore Open(string database);
}
