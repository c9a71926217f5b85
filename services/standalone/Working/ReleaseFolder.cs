using DialInsight.Client;

namespace DialInsight.Standalone.Working;

/// <summary>Writes a release's files to a folder of its name. A file is there whole or not at all.</summary>
internal sealed class ReleaseFolder(DialInsightClient client)
{
    private static readonly (string Format, string File)[] s_files =
    [
        ("alpaca", "alpaca.json"), ("sharegpt", "sharegpt.json"), ("messages", "messages.jsonl"), ("dataset_info", "dataset_info.json"),
        ("card", "README.md"), ("manifest", "manifest.json"), ("report", "report.html"),
    ];

    /// <summary>Writes every file; answers the folder.</summary>
    public async Task<string> WriteAsync(string release, string root, CancellationToken cancellationToken)
    {
        string folder = Path.Combine(root, release);
        Directory.CreateDirectory(folder);
        foreach ((string format, string file) in s_files)
        {
            string path = Path.Combine(folder, file);
            string unfinished = path + ".part";
            await using (FileStream output = File.Create(unfinished))
                await client.Releases.ExportAsync(release, format, output, cancellationToken);
            File.Move(unfinished, path, overwrite: true);
        }

        return folder;
    }
}
