using DialInsight.Storage.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace DialInsight.Storage;

/// <summary>Says in one line each what is wrong with the section <c>Storage</c>.</summary>
internal sealed class StorageOptionsValidation(IConfiguration section) : IValidateOptions<StorageOptions>
{
    private static readonly string[] s_known =
        [nameof(StorageOptions.Provider), nameof(StorageOptions.Path), nameof(StorageOptions.ConnectionString), "ConnectionStringFile"];

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        List<string> failures = [];
        foreach (string key in section.GetChildren().Select(child => child.Key).Except(s_known, StringComparer.OrdinalIgnoreCase))
            failures.Add($"Storage:{key} is no setting; there are Provider, Path and ConnectionString.");
        if (StorageServices.IsSqlite(options))
            CheckPath(options, failures);
        else if (StorageServices.IsMongo(options))
            CheckMongo(options, failures);
        else
            failures.Add($"Storage:Provider is '{options.Provider}'; it must be SQLite or MongoDB.");
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static void CheckPath(StorageOptions options, List<string> failures)
    {
        if (string.IsNullOrWhiteSpace(options.Path))
            failures.Add("Storage:Path is empty; it must name the folder for the database files.");
        else if (WhyNotWritable(options.Path) is { } reason)
            failures.Add($"Storage:Path is '{options.Path}', where no file can be written: {reason}");
    }

    private static string? WhyNotWritable(string folder)
    {
        try
        {
            DatabaseFile.CreateFolder(folder);
            new FileStream(Path.Combine(folder, Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, FileOptions.DeleteOnClose).Dispose();
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return error.Message.ReplaceLineEndings(" ");
        }
    }

    private static void CheckMongo(StorageOptions options, List<string> failures)
    {
        if (StorageServices.MongoFactory is null)
            failures.Add("Storage:Provider is MongoDB, which this build does not hold; build with -p:WithMongoDB=true, or use SQLite.");
        if (string.IsNullOrWhiteSpace(options.ConnectionString))
            failures.Add("Storage:ConnectionString is empty; MongoDB needs one, for instance mongodb://localhost:27017.");
    }
}
