using System.Net;
using System.Security.Cryptography;
using DialInsight.Client.Http;

namespace DialInsight.Client.Releases;

/// <summary>Downloads a release's files. What was broken off goes on where it was, also in a later process, and each file is held to the release's checksum.</summary>
/// <param name="releases">The service.</param>
/// <param name="time">The clock that waits between tries.</param>
public sealed class ReleaseDownload(ReleasesClient releases, TimeProvider time)
{
    private const int MostTries = 6;

    /// <summary>Makes sure that files can be written to a folder, before any work is put into them.</summary>
    /// <exception cref="IOException">They cannot.</exception>
    /// <exception cref="UnauthorizedAccessException">They may not.</exception>
    public static void Check(string folder)
    {
        Directory.CreateDirectory(folder);
        string probe = Path.Combine(folder, $".probe-{Environment.ProcessId}");
        File.WriteAllBytes(probe, []);
        File.Delete(probe);
    }

    /// <summary>Downloads all files that make up a release to a folder of its name; answers the folder.</summary>
    /// <param name="release">The release.</param>
    /// <param name="root">Where the folder is made.</param>
    /// <param name="cancellationToken">Stops the download.</param>
    /// <exception cref="IOException">The connection kept breaking, or what came is not what the release holds.</exception>
    /// <exception cref="ServiceException">There is no such release.</exception>
    public async Task<string> ToFolderAsync(string release, string root, CancellationToken cancellationToken)
    {
        string folder = Path.Combine(root, release);
        foreach (string file in (await releases.GetAsync(release, cancellationToken)).Folder)
        {
            string path = Path.GetFullPath(Path.Combine(folder, file));
            // The name comes from outside.
            if (!path.StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                throw new IOException($"The release has a file outside of its folder: {file}.");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await ToFileAsync(range => releases.OpenFileAsync(release, file, range, cancellationToken), path, cancellationToken);
        }

        return folder;
    }

    /// <summary>Downloads one format of a release to a file; beside it stands <c>.part</c> until it is whole.</summary>
    /// <exception cref="IOException">The connection kept breaking, or what came is not what the release holds.</exception>
    /// <exception cref="ServiceException">There is no such release or format.</exception>
    public Task ToFileAsync(string release, string format, string file, CancellationToken cancellationToken) =>
        ToFileAsync(range => releases.OpenExportAsync(release, format, range, cancellationToken), file, cancellationToken);

    private async Task ToFileAsync(Func<string?, Task<HttpResponseMessage>> open, string file, CancellationToken cancellationToken)
    {
        string part = file + ".part";
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                string expected = await AppendAsync(open, part, cancellationToken);
                if (await ChecksumAsync(part, cancellationToken) == expected)
                    break;
                // It was begun of other bytes: from the beginning.
                File.Delete(part);
                if (attempt >= MostTries)
                    throw new IOException($"{file} is not what the release holds: its checksum differs. Try again.");
            }
            catch (Exception exception) when (exception is HttpRequestException or HttpIOException && attempt < MostTries)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200 * Math.Pow(2, attempt)), time, cancellationToken);
            }
        }

        File.Move(part, file, overwrite: true);
    }

    /// <summary>Appends what is missing of a file, and answers the checksum that the whole must have.</summary>
    private static async Task<string> AppendAsync(Func<string?, Task<HttpResponseMessage>> open, string part, CancellationToken cancellationToken)
    {
        await using var output = new FileStream(part, FileMode.OpenOrCreate, FileAccess.Write);
        using HttpResponseMessage response = await OpenAsync(open, output.Length);
        output.SetLength(response.StatusCode == HttpStatusCode.PartialContent ? output.Length : 0);
        output.Seek(0, SeekOrigin.End);
        await response.Content.CopyToAsync(output, cancellationToken);
        return response.Headers.ETag?.Tag.Trim('"') ?? throw new IOException("The service does not say what the file's checksum is.");
    }

    private static async Task<HttpResponseMessage> OpenAsync(Func<string?, Task<HttpResponseMessage>> open, long have)
    {
        try
        {
            return await open(have == 0 ? null : $"bytes={have}-");
        }
        catch (ServiceException exception) when (exception.Status == HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            return await open(null);
        }
    }

    private static async Task<string> ChecksumAsync(string file, CancellationToken cancellationToken)
    {
        await using FileStream input = File.OpenRead(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(input, cancellationToken));
    }
}
