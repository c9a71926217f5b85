using System.IO.Compression;
using System.Runtime.CompilerServices;

namespace DialInsight.Ingest.Parsing;

/// <summary>Reads the files of an archive one after another. Names are labels only: nothing is ever written where they point.</summary>
internal static class ZipParser
{
    public static async IAsyncEnumerable<ParsedRecord> ParseAsync(
        Stream stream, string? file, RecordCounter counter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // The directory of an archive is at its end, so it must be had whole; on disk, not in memory.
        await using FileStream copy = new(
            Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        await stream.CopyToAsync(copy, cancellationToken);
        ZipArchive? archive = Open(copy);
        if (archive is null)
        {
            yield return ParsedRecord.Refused(new RecordPosition(counter.Next(), null, file), "the archive is broken, or no ZIP");
            yield break;
        }

        using (archive)
        {
            if (archive.Entries.Count > IngestLimits.ArchiveEntries)
            {
                yield return ParsedRecord.Refused(
                    new RecordPosition(counter.Next(), null, file), $"the archive has {archive.Entries.Count} files: {IngestLimits.ArchiveEntries} are the most");
                yield break;
            }

            foreach (ZipArchiveEntry entry in archive.Entries.Where(entry => entry.Name.Length > 0 && !IsHidden(entry)))
            {
                await foreach (ParsedRecord record in EntryAsync(entry, counter, cancellationToken))
                    yield return record;
            }
        }
    }

    private static async IAsyncEnumerable<ParsedRecord> EntryAsync(
        ZipArchiveEntry entry, RecordCounter counter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (Obstacle(entry) is { } obstacle)
        {
            yield return ParsedRecord.Refused(new RecordPosition(counter.Next(), null, entry.FullName), obstacle);
            yield break;
        }

        await using Stream content = entry.Open();
        await using IAsyncEnumerator<ParsedRecord> records = TranscriptParser
            .ParseAsync(content, FormatDetection.OfFile(entry.Name), entry.FullName, counter, cancellationToken)
            .GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(records) is var (record, broken))
        {
            if (record is not null)
                yield return record;
            if (broken)
                yield return ParsedRecord.Refused(new RecordPosition(counter.Next(), null, entry.FullName), "the file is broken inside the archive from here on");
            if (record is null)
                yield break;
        }
    }

    private static async Task<(ParsedRecord? Record, bool Broken)> NextAsync(IAsyncEnumerator<ParsedRecord> records)
    {
        try
        {
            return (await records.MoveNextAsync() ? records.Current : null, false);
        }
        catch (InvalidDataException)
        {
            return (null, true);
        }
    }

    private static string? Obstacle(ZipArchiveEntry entry)
    {
        if (FormatDetection.OfFile(entry.Name) is not { } format)
            return $"a file of this kind cannot be read: give {FormatDetection.Known}";
        if (format == TranscriptFormat.Zip)
            return "an archive in an archive is not opened: unpack it first";
        if (entry.IsEncrypted)
            return "the file is encrypted";
        return entry.Length > IngestLimits.ArchiveRatio * Math.Max(1, entry.CompressedLength) && entry.Length > 1 << 20
            ? $"the file unpacks to more than {IngestLimits.ArchiveRatio} times its size"
            : null;
    }

    private static bool IsHidden(ZipArchiveEntry entry) =>
        entry.Name.StartsWith('.') || entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal);

    private static ZipArchive? Open(FileStream copy)
    {
        try
        {
            copy.Position = 0;
            return new ZipArchive(copy, ZipArchiveMode.Read, leaveOpen: true);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
