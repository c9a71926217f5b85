using System.Net;
using System.Security.Cryptography;
using DialInsight.Client.Http;
using DialInsight.Client.Releases;

namespace DialInsight.Cli.Releases;

/// <summary>Downloads a file of a release. What was broken off goes on where it was, also by a later command, and the whole is held to the release's checksum.</summary>
internal sealed class Download(ReleasesClient releases, TimeProvider time)
{
    private const int MostTries = 6;

    /// <summary>Downloads to a file; beside it stands <c>.part</c> until it is whole.</summary>
    /// <exception cref="IOException">The connection kept breaking, or what came is not what the release holds.</exception>
    /// <exception cref="ServiceException">There is no such release or format.</exception>
    public async Task ToFileAsync(string release, string format, string file, CancellationToken cancellationToken)
    {
        string part = file + ".part";
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                string expected = await AppendAsync(release, format, part, cancellationToken);
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
    private async Task<string> AppendAsync(string release, string format, string part, CancellationToken cancellationToken)
    {
        await using var output = new FileStream(part, FileMode.OpenOrCreate, FileAccess.Write);
        using HttpResponseMessage response = await OpenAsync(release, format, output.Length, cancellationToken);
        output.SetLength(response.StatusCode == HttpStatusCode.PartialContent ? output.Length : 0);
        output.Seek(0, SeekOrigin.End);
        await response.Content.CopyToAsync(output, cancellationToken);
        return response.Headers.ETag?.Tag.Trim('"') ?? throw new IOException("The service does not say what the file's checksum is.");
    }

    private async Task<HttpResponseMessage> OpenAsync(string release, string format, long have, CancellationToken cancellationToken)
    {
        try
        {
            return await releases.OpenExportAsync(release, format, have == 0 ? null : $"bytes={have}-", cancellationToken);
        }
        catch (ServiceException exception) when (exception.Status == HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            return await releases.OpenExportAsync(release, format, range: null, cancellationToken);
        }
    }

    private static async Task<string> ChecksumAsync(string file, CancellationToken cancellationToken)
    {
        await using FileStream input = File.OpenRead(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(input, cancellationToken));
    }
}
