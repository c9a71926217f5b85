namespace DialInsight.Storage;

/// <summary>Where documents are kept: the section <c>Storage</c>.</summary>
public sealed record StorageOptions
{
    /// <summary>The adapter: <c>SQLite</c> (default) or <c>MongoDB</c>.</summary>
    public string Provider { get; set; } = "SQLite";

    /// <summary>SQLite: the folder of the database files, made if need be. Default <c>./data</c>.</summary>
    public string Path { get; set; } = "./data";

    /// <summary>MongoDB: the connection string. A secret: it is never logged.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>The adapter and the folder, never the secret.</summary>
    public override string ToString() => $"{Provider} {Path}";
}
