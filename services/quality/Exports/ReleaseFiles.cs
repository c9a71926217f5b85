using System.Text;
using DialInsight.Quality.Releases;
using DialInsight.Quality.Reports.Page;
using DialInsight.Storage;

namespace DialInsight.Quality.Exports;

/// <summary>The files of a release, each written from the release's documents: the same bytes however often and wherever.</summary>
internal sealed class ReleaseFiles(IDocumentCollection<ReleaseText> texts, ReleasedSamples samples)
{
    private const string HuggingFace = "huggingface";
    private const string Manifest = "manifest";

    /// <summary>The files that hold no rows, by format. The card names the rows' sizes, so it is written after them.</summary>
    private static readonly IReadOnlyDictionary<string, string> s_texts = new Dictionary<string, string>
    {
        ["dataset_info"] = "dataset_info.json",
        ["card"] = "README.md",
        ["report"] = "report.html",
    };

    /// <summary>What exports can be asked for in.</summary>
    public static IReadOnlyList<string> Formats { get; } = [.. RowFormat.Written.Select(format => format.Name), HuggingFace, .. s_texts.Keys, Manifest];

    /// <summary>The media type of a file.</summary>
    public static string MediaType(string file) => Path.GetExtension(file) switch
    {
        ".json" => "application/json",
        ".jsonl" => "application/x-ndjson",
        ".html" => "text/html; charset=utf-8",
        ".tar" => "application/x-tar",
        _ => "text/markdown; charset=utf-8",
    };

    /// <summary>Writes one file of a release, streamed, in bounded memory.</summary>
    /// <param name="release">The release.</param>
    /// <param name="file">One of its files.</param>
    /// <param name="output">Where to; it stays open.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
    public Task WriteAsync(Release release, ExportFile file, Stream output, CancellationToken cancellationToken) => file.Format switch
    {
        HuggingFace => WriteArchiveAsync(release, output, cancellationToken),
        Manifest => ManifestWriter.WriteAsync(release, samples.StreamAsync(release.Name, cancellationToken), output, cancellationToken),
        _ when s_texts.ContainsKey(file.Format) => WriteTextAsync(release, file.Name, output, cancellationToken),
        _ => WriteRowsAsync(release, file, output, cancellationToken),
    };

    /// <summary>Writes and keeps the files that hold no rows; the release with their checksums, the archive's and the manifest's.</summary>
    public async Task<Release> CompleteAsync(Release release, CancellationToken cancellationToken)
    {
        var others = new List<ExportFile>();
        foreach ((string format, string file) in s_texts)
        {
            await texts.UpsertAsync(new ReleaseText(release.Name, file, Render(release, format)), cancellationToken);
            others.Add(await MeasureAsync(release, file, format, cancellationToken));
        }

        release = release with { Files = [.. release.Files, .. others] };
        return release with
        {
            Archive = await MeasureAsync(release, "huggingface.tar", HuggingFace, cancellationToken),
            Manifest = await MeasureAsync(release, "manifest.json", Manifest, cancellationToken),
        };
    }

    private async Task<ExportFile> MeasureAsync(Release release, string name, string format, CancellationToken cancellationToken)
    {
        await using var measure = new MeasuringStream();
        var file = new ExportFile(name, format, null, null, 0, "");
        await WriteAsync(release, file, measure, cancellationToken);
        return file with { Bytes = measure.Bytes, Sha256 = measure.Sha256() };
    }

    private async Task WriteRowsAsync(Release release, ExportFile file, Stream output, CancellationToken cancellationToken)
    {
        Query stretch = file.Positions is { } positions ? ReleaseRow.Of(release.Name, positions) : ReleaseRow.Of(release.Name);
        using var rows = new RowFile(RowFormat.Written.First(format => format.Name == file.Format), output);
        await foreach (ReleasedSample sample in samples.StreamAsync(stretch, cancellationToken))
            await rows.WriteAsync(TrainingExample.Of(sample), cancellationToken);
        await rows.EndAsync(cancellationToken);
    }

    /// <summary>What the Hugging Face hub takes as a data set: the card, and the parts of the split beside it. Files that lie before the range which is asked for are not written to find out where it begins.</summary>
    private async Task WriteArchiveAsync(Release release, Stream output, CancellationToken cancellationToken)
    {
        foreach (ExportFile file in release.Files.Where(file => file.Positions is not null || file.Format == "card"))
        {
            if (output is RangeStream range && range.TrySkip(TarArchive.Size(file.Bytes)))
                continue;
            await TarArchive.BeginAsync(release.Name, file.Name, file.Bytes, release.ChangedAt, output, cancellationToken);
            await WriteAsync(release, file, output, cancellationToken);
            await TarArchive.EndFileAsync(file.Bytes, output, cancellationToken);
        }

        await TarArchive.EndAsync(output, cancellationToken);
    }

    private async Task WriteTextAsync(Release release, string file, Stream output, CancellationToken cancellationToken)
    {
        string text = (await texts.FindAsync(ReleaseText.IdOf(release.Name, file), cancellationToken))?.Document.Text
            ?? throw new KeyNotFoundException($"{release.Name} has no file {file}.");
        await output.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
    }

    private static string Render(Release release, string format) => format switch
    {
        "dataset_info" => DatasetInfo.Json(release),
        "card" => DatasetCard.Markdown(release),
        _ => ReportPage.Render(release.Report),
    };
}
