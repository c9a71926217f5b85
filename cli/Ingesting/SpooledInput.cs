namespace DialInsight.Cli.Ingesting;

/// <summary>Standard input as a file: it can be read once, and is wanted whole, or more than once.</summary>
internal static class SpooledInput
{
    /// <summary>What stands for it among paths.</summary>
    public const string Sign = "-";

    /// <summary>Reads it to its end into a file that goes with the handle.</summary>
    public static async Task<FileStream> OpenAsync(CancellationToken cancellationToken)
    {
        var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        await using Stream input = Console.OpenStandardInput();
        await input.CopyToAsync(file, cancellationToken);
        await file.FlushAsync(cancellationToken);
        return file;
    }
}
