using System.Text;
using DialInsight.Quality.Releases;
using DialInsight.Quality.Reports.Page;
using DialInsight.Storage;

namespace DialInsight.Quality.Exports;

/// <summary>The files of a release, each written from the release's documents: the same bytes however often and wherever.</summary>
internal sealed class ReleaseFiles(IDocumentCollection<ReleaseText> texts, IDocumentCollection<FileMarks> marks, ReleasedSamples samples)
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
        HuggingFace => WriteArchiveAsync(release, member => WriteAsync(release, member, output, cancellationToken), output, cancellationToken),
        Manifest => WriteManifestAsync(release, file, output, cancellationToken),
        _ when s_texts.ContainsKey(file.Format) => WriteTextAsync(release, file.Name, output, cancellationToken),
        _ => WriteRowsAsync(release, file, output, cancellationToken),
    };

    /// <summary>Writes and keeps the files that hold no rows, and where rows stand in those that do; the release with all files' checksums, the archive's and the manifest's.</summary>
    /// <param name="release">The release with its files of rows.</param>
    /// <param name="measure">What measured them.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task<Release> CompleteAsync(Release release, ReleaseMeasure measure, CancellationToken cancellationToken)
    {
        var others = new List<ExportFile>();
        foreach ((string format, string file) in s_texts)
        {
            await texts.UpsertAsync(new ReleaseText(release.Name, file, Render(release, format)), cancellationToken);
            others.Add(await MeasureAsync(file, format, output => WriteTextAsync(release, file, output, cancellationToken)));
        }

        release = release with { Files = [.. release.Files, .. others] };
        ExportFile manifest = await MeasureAsync("manifest.json", Manifest, async output =>
        {
            await ManifestWriter.BeginAsync(release, output, cancellationToken);
            await measure.ManifestRows.CopyToAsync(output, cancellationToken);
        });
        Dictionary<string, KeptBytes?> kept = measure.Files.ToDictionary(file => file.File.Name, file => file.Kept);
        ExportFile archive = await MeasureAsync("huggingface.tar", HuggingFace, output => WriteArchiveAsync(
            release,
            member => kept.GetValueOrDefault(member.Name) is { } shard ? shard.CopyToAsync(output, cancellationToken) : WriteTextAsync(release, member.Name, output, cancellationToken),
            output,
            cancellationToken));
        await marks.UpsertManyAsync([.. measure.Files.Select(file => MarksOf(release, file.File, file.Marks)), MarksOf(release, manifest, measure.ManifestMarks)], cancellationToken);
        return release with { Archive = archive, Manifest = manifest };
    }

    private static FileMarks MarksOf(Release release, ExportFile file, IReadOnlyList<Mark> marks) => new(release.Name, file.Name, file.Sha256, marks);

    private static async Task<ExportFile> MeasureAsync(string name, string format, Func<Stream, Task> write)
    {
        await using var measure = new MeasuringStream();
        await write(measure);
        return new ExportFile(name, format, null, null, measure.Bytes, measure.Sha256());
    }

    private async Task WriteRowsAsync(Release release, ExportFile file, Stream output, CancellationToken cancellationToken)
    {
        Mark start = await SkipAsync(release, file, output, cancellationToken);
        using var rows = new RowFile(RowFormat.Written.First(format => format.Name == file.Format), output, start.Rows);
        await foreach (ReleasedSample sample in samples.StreamAsync(ReleaseRow.Of(release.Name, start.Position, file.Positions?.Last), file.IsOfSplit ? file.Format : null, cancellationToken))
            await rows.WriteAsync(TrainingExample.Of(sample), cancellationToken);
        await rows.EndAsync(cancellationToken);
    }

    private async Task WriteManifestAsync(Release release, ExportFile file, Stream output, CancellationToken cancellationToken)
    {
        await ManifestWriter.BeginAsync(release, output, cancellationToken);
        Mark start = await SkipAsync(release, file, output, cancellationToken);
        using var rows = new ManifestRows(output, start.Rows);
        await foreach (ReleasedSample sample in samples.StreamAsync(ReleaseRow.Of(release.Name, start.Position), part: null, cancellationToken))
            await rows.WriteAsync(sample, TrainingExample.Of(sample), cancellationToken);
        await rows.EndAsync(cancellationToken);
    }

    /// <summary>Passes over rows that all lie before the range which is asked for; answers where to go on.</summary>
    private async Task<Mark> SkipAsync(Release release, ExportFile file, Stream output, CancellationToken cancellationToken)
    {
        Mark first = new(file.Positions?.First ?? 0, 0, 0);
        if (output is not RangeStream { Ahead: > 0 } range
            || (await marks.FindAsync(FileMarks.IdOf(release.Name, file.Name), cancellationToken))?.Document is not { } found
            || found.Sha256 != file.Sha256)
            return first;
        Mark start = found.Before(range.Ahead) ?? first;
        range.TrySkip(start.Bytes);
        return start;
    }

    /// <summary>What the Hugging Face hub takes as a data set: the card, and the parts of the split beside it. Files that lie before the range which is asked for are not written to find out where it begins.</summary>
    private static async Task WriteArchiveAsync(Release release, Func<ExportFile, Task> write, Stream output, CancellationToken cancellationToken)
    {
        foreach (ExportFile file in release.Files.Where(file => file.IsOfSplit || file.Format == "card"))
        {
            if (output is RangeStream range && range.TrySkip(TarArchive.Size(file.Bytes)))
                continue;
            await TarArchive.BeginAsync(release.Name, file.Name, file.Bytes, release.ChangedAt, output, cancellationToken);
            await write(file);
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
