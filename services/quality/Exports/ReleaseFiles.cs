using System.Text;
using DialInsight.Quality.Releases;
using DialInsight.Quality.Reports.Page;
using DialInsight.Storage;

namespace DialInsight.Quality.Exports;

/// <summary>The files of a release, each written from the release's documents.</summary>
internal sealed class ReleaseFiles(
    IDocumentCollection<Release> releases, IDocumentCollection<ReleaseText> texts, ReleasedSamples samples) : IReleaseExport
{
    private const string DatasetInfoFile = "dataset_info.json";
    private const string CardFile = "README.md";
    private const string ManifestFile = "manifest.json";
    private const string ReportFile = "report.html";

    /// <summary>The file for each format that exports can be asked for in.</summary>
    public static IReadOnlyDictionary<string, string> FileByFormat { get; } = new Dictionary<string, string>
    {
        ["alpaca"] = "alpaca.json",
        ["sharegpt"] = "sharegpt.json",
        ["messages"] = "messages.jsonl",
        ["dataset_info"] = DatasetInfoFile,
        ["card"] = CardFile,
        ["manifest"] = ManifestFile,
        ["report"] = ReportFile,
        ["preference"] = new PreferenceFormat().File,
        [Split.Train] = new SplitFormat(Split.Train).File,
        [Split.Validation] = new SplitFormat(Split.Validation).File,
        [Split.Test] = new SplitFormat(Split.Test).File,
    };

    /// <inheritdoc/>
    public IReadOnlyList<string> Files { get; } = [.. RowFormat.All.Select(format => format.File), DatasetInfoFile, CardFile, ManifestFile, ReportFile];

    /// <summary>The media type of a file.</summary>
    public static string MediaType(string file) => Path.GetExtension(file) switch
    {
        ".json" => "application/json",
        ".jsonl" => "application/x-ndjson",
        ".html" => "text/html; charset=utf-8",
        _ => "text/markdown; charset=utf-8",
    };

    /// <inheritdoc/>
    public async Task WriteAsync(string release, string file, Stream output, CancellationToken cancellationToken)
    {
        Release found = (await releases.FindAsync(release, cancellationToken))?.Document
            ?? throw new KeyNotFoundException($"There is no release {release}.");
        await WriteAsync(found, file, output, cancellationToken);
    }

    /// <summary>Writes one file of a release.</summary>
    public async Task WriteAsync(Release release, string file, Stream output, CancellationToken cancellationToken)
    {
        if (RowFormat.Written.FirstOrDefault(format => format.File == file) is { } format)
            await WriteRowsAsync(release, format, output, cancellationToken);
        else if (file == ManifestFile)
            await ManifestWriter.WriteAsync(release, samples.StreamAsync(release.Name, cancellationToken), output, cancellationToken);
        else
            await output.WriteAsync(Encoding.UTF8.GetBytes(await TextAsync(release, file, cancellationToken)), cancellationToken);
    }

    /// <summary>Writes and keeps the files that hold no rows; the release with their checksums, and the manifest's.</summary>
    public async Task<Release> CompleteAsync(Release release, CancellationToken cancellationToken)
    {
        // The card names the rows' sizes; the manifest names the checksums of them all.
        var others = new List<ExportFile>();
        foreach (string file in (string[])[DatasetInfoFile, CardFile, ReportFile])
        {
            await texts.UpsertAsync(new ReleaseText(release.Name, file, Render(release, file)), cancellationToken);
            others.Add(await MeasureAsync(release, file, cancellationToken));
        }

        release = release with { Files = [.. release.Files, .. others] };
        return release with { Manifest = await MeasureAsync(release, ManifestFile, cancellationToken) };
    }

    private async Task<ExportFile> MeasureAsync(Release release, string file, CancellationToken cancellationToken)
    {
        await using var measure = new MeasuringStream();
        await WriteAsync(release, file, measure, cancellationToken);
        string format = FileByFormat.First(entry => entry.Value == file).Key;
        return new ExportFile(file, format, null, null, measure.Bytes, measure.Sha256());
    }

    private async Task WriteRowsAsync(Release release, RowFormat format, Stream output, CancellationToken cancellationToken)
    {
        using var rows = new RowFile(format, output);
        await foreach (ReleasedSample sample in samples.StreamAsync(release.Name, cancellationToken))
            await rows.WriteAsync(TrainingExample.Of(sample), cancellationToken);
        await rows.EndAsync(cancellationToken);
    }

    private async Task<string> TextAsync(Release release, string file, CancellationToken cancellationToken) =>
        (await texts.FindAsync(ReleaseText.IdOf(release.Name, file), cancellationToken))?.Document.Text
            ?? throw new KeyNotFoundException($"A release has no file {file}.");

    private static string Render(Release release, string file) => file switch
    {
        DatasetInfoFile => DatasetInfo.Json(release),
        CardFile => DatasetCard.Markdown(release),
        ReportFile => ReportPage.Render(release.Report),
        _ => throw new ArgumentOutOfRangeException(nameof(file), file, "No such text is written."),
    };
}
