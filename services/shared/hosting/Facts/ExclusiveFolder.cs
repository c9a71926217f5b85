using DialInsight.Storage;
using Microsoft.Extensions.Options;

namespace DialInsight.Hosting.Facts;

/// <summary>Holds the folder of the databases for this process alone, where no broker stands between several.</summary>
internal sealed class ExclusiveFolder(IOptions<StorageOptions> storage) : IDisposable
{
    private FileStream? _lock;

    /// <summary>Takes the folder.</summary>
    /// <exception cref="StartException">Another process has it.</exception>
    public void Take()
    {
        string folder = Path.GetFullPath(storage.Value.Path);
        try
        {
            Directory.CreateDirectory(folder);
            _lock = new FileStream(Path.Combine(folder, "dialinsight.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartException(
                exception is UnauthorizedAccessException || !Directory.Exists(folder)
                    ? $"Storage:Path is '{folder}', which cannot be written."
                    : $"'{folder}' is in use by another process. Stop it, or give this one a folder of its own (Storage:Path).",
                exception);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _lock?.Dispose();
}
