using System.Text.Json.Serialization;
using DialInsight.Quality.Exports;
using DialInsight.Quality.Reports;
using DialInsight.Storage;

namespace DialInsight.Quality.Releases;

/// <summary>A released data set. Written once, when all of it is there; never changed but for erasures, which withdraw rows.</summary>
internal sealed record Release
{
    /// <summary>The collection <c>releases</c>.</summary>
    public static CollectionDefinition<Release> Definition { get; } = new(
        "releases", release => release.Name, new("run", release => release.RunId), new("recipe", release => release.Recipe),
        new("releasedAt", release => release.ReleasedAt), new("withdrawing", release => release.Withdrawing.Count > 0), new("withdrawn", release => release.Withdrawals.Count > 0));

    /// <summary><c>recipe-v1</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The version among the recipe's releases, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>The run.</summary>
    public required string RunId { get; init; }

    /// <summary>The recipe's name.</summary>
    public required string Recipe { get; init; }

    /// <summary>The whole recipe as JSON.</summary>
    public required string RecipeText { get; init; }

    /// <summary>When it was released (UTC).</summary>
    public required DateTimeOffset ReleasedAt { get; init; }

    /// <summary>Who asked for it; null for the run's own completion.</summary>
    public string? RequestedBy { get; init; }

    /// <summary>How many samples it holds.</summary>
    public required int Samples { get; init; }

    /// <summary>SHA-256 over the sample ids and answers in release order, hexadecimal.</summary>
    public required string Checksum { get; init; }

    /// <summary>What erasures took out of it since, oldest first.</summary>
    public IReadOnlyList<Withdrawal> Withdrawals { get; init; } = [];

    /// <summary>The transcripts that are being taken out of it. While there are any, its files are not what their checksums say, and are not given out.</summary>
    public IReadOnlyList<TranscriptRows> Withdrawing { get; init; } = [];

    /// <summary>What it was made of: <see cref="ReleaseBasis"/> in its words.</summary>
    public string? Basis { get; init; }

    /// <summary>The formats that the recipe asked for.</summary>
    public IReadOnlyList<string> Formats { get; init; } = [];

    /// <summary>Whether card, <c>dataset_info.json</c> and the written folder name a format; one that asks for it may have any.</summary>
    public bool Offers(string format) => Formats.Count == 0 || Formats.Contains(format);

    /// <summary>The report as it was at the release.</summary>
    public required Report Report { get; init; }

    /// <summary>The files and their checksums, without the manifest, which names them.</summary>
    public required IReadOnlyList<ExportFile> Files { get; init; }

    /// <summary>The card and the split by conversation as one archive; null in a release that was made before there was one.</summary>
    public ExportFile? Archive { get; init; }

    /// <summary>The manifest's size and checksum.</summary>
    public ExportFile? Manifest { get; init; }

    /// <summary>The names of the files that make up the release as a folder: those that the manifest names, and the manifest.</summary>
    public IReadOnlyList<string> Folder => [.. FolderFiles().Append(Manifest).OfType<ExportFile>().Select(file => file.Name)];

    /// <summary>When it was made, or the last rows were withdrawn from it (UTC).</summary>
    [JsonIgnore]
    public DateTimeOffset ChangedAt => Withdrawals.Count > 0 ? Withdrawals[^1].At : ReleasedAt;

    /// <summary>The files that make up the release as a folder, without the manifest: the formats of the recipe, the split, pairs where there are any, and what describes them.</summary>
    public IEnumerable<ExportFile> FolderFiles() => Files.Where(file => file.Rows is null || file.IsOfSplit || (file.Format == PreferenceFormat.Of ? file.Rows > 0 : Offers(file.Format)));

    /// <summary>Every file that can be asked for.</summary>
    public IEnumerable<ExportFile> AllFiles() => Files.Append(Archive).Append(Manifest).OfType<ExportFile>();
}
