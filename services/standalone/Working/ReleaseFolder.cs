using DialInsight.Client;

namespace DialInsight.Standalone.Working;

/// <summary>Writes a release's files to a folder of its name. A file is there whole or not at all.</summary>
internal sealed class ReleaseFolder(DialInsightClient client)
{
    private static readonly (string Format, string File, bool IsRows)[] s_files =
    [
        ("alpaca", "alpaca.json", true), ("sharegpt", "sharegpt.json", true), ("messages", "messages.jsonl", true), ("dataset_info", "dataset_info.json", false),
        ("card", "README.md", false), ("manifest", "manifest.json", false), ("report", "report.html", false),
    ];

    /// <summary>Makes sure that files can be written there, before any work is put into them.</summary>
    /// <exception cref="IOException">They cannot.</exception>
    /// <exception cref="UnauthorizedAccessException">They may not.</exception>
    public static void Check(string root)
    {
        Directory.CreateDirectory(root);
        string probe = Path.Combine(root, $".probe-{Environment.ProcessId}");
        File.WriteAllBytes(probe, []);
        File.Delete(probe);
    }

    /// <summary>Writes the data set in the formats that the recipe asks for, and what describes it; answers the folder.</summary>
    public async Task<string> WriteAsync(string release, string root, IReadOnlyList<string> exports, CancellationToken cancellationToken)
    {
        string folder = Path.Combine(root, release);
        Directory.CreateDirectory(folder);
        foreach ((string format, string file) in s_files.Where(file => !file.IsRows || exports.Contains(file.Format)).Select(file => (file.Format, file.File)))
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
