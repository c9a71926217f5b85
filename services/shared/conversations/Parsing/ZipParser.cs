using System.IO.Compression;
using System.Runtime.CompilerServices;
using DialInsight.Conversations.Parsing.Timed;

namespace DialInsight.Conversations.Parsing;

/// <summary>Reads the files of an archive one after another. Names are labels only: nothing is ever written where they point.</summary>
internal static class ZipParser
{
    public static async IAsyncEnumerable<ParsedRecord> ParseAsync(
        Stream stream, string? file, ParseContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // The directory of an archive is at its end, so it must be had whole; on disk, not in memory.
        await using FileStream copy = new(
            Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        await stream.CopyToAsync(copy, cancellationToken);
        ZipArchive? archive = Open(copy);
        if (archive is null)
        {
            yield return ParsedRecord.Refused(context.Next(file), "the archive is broken, or no ZIP: pack it anew, or send its files without one");
            yield break;
        }

        using (archive)
        {
            if (archive.Entries.Count > context.Limits.ArchiveEntries)
            {
                yield return ParsedRecord.Refused(context.Next(file), context.Limits.TooManyEntries(archive.Entries.Count));
                yield break;
            }

            double unpacked = archive.Entries.Sum(entry => (double)entry.Length);
            if (unpacked > context.Limits.ArchiveBytes || unpacked > context.Limits.ArchiveRatio * (double)copy.Length)
            {
                yield return ParsedRecord.Refused(
                    context.Next(file), unpacked > context.Limits.ArchiveBytes ? context.Limits.ArchiveTooLarge : context.Limits.ArchiveUnpacksTooLarge);
                yield break;
            }

            foreach (ZipArchiveEntry[] together in Together(archive.Entries.Where(entry => entry.Name.Length > 0 && !IsHidden(entry))))
            {
                await foreach (ParsedRecord record in EntriesAsync(together, context, cancellationToken))
                    yield return record;
            }
        }
    }

    /// <summary>The files one by one, but the sides of a recording with the first of them.</summary>
    private static IEnumerable<ZipArchiveEntry[]> Together(IEnumerable<ZipArchiveEntry> entries) => entries
        .GroupBy(entry => FormatDetection.OfFile(entry.Name) == TranscriptFormat.TextGrid ? TextGridName.Of(entry.FullName).Conversation : (object)entry)
        .Select(sides => sides.ToArray());

    private static async IAsyncEnumerable<ParsedRecord> EntriesAsync(
        ZipArchiveEntry[] together, ParseContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string name = together[0].FullName;
        if (together.Select(entry => Obstacle(entry, context.Limits)).FirstOrDefault(obstacle => obstacle is not null) is { } obstacle)
        {
            yield return ParsedRecord.Refused(context.Next(name), obstacle);
            yield break;
        }

        IAsyncEnumerable<ParsedRecord> records = together.Length == 1
            ? ContentAsync(together[0], context, cancellationToken)
            : SidesAsync(together, context, cancellationToken);
        await foreach (ParsedRecord record in BrokenSource.ToldOf(records, name, "the file is broken inside the archive from here on", context))
            yield return record;
    }

    private static async IAsyncEnumerable<ParsedRecord> ContentAsync(
        ZipArchiveEntry entry, ParseContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using Stream content = entry.Open();
        await foreach (ParsedRecord record in TranscriptParser.ParseAsync(content, FormatDetection.OfFile(entry.Name), entry.FullName, context, cancellationToken))
            yield return record;
    }

    private static async IAsyncEnumerable<ParsedRecord> SidesAsync(
        ZipArchiveEntry[] entries, ParseContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var sides = new TextGridSides(context);
        foreach (ZipArchiveEntry entry in entries)
        {
            await using Stream content = entry.Open();
            await sides.TakeAsync(content, entry.FullName, cancellationToken);
        }

        foreach (ParsedRecord record in sides.Records())
            yield return record;
    }

    private static string? Obstacle(ZipArchiveEntry entry, ParsingLimits limits)
    {
        if (FormatDetection.OfFile(entry.Name) is not { } format)
            return $"a file of this kind cannot be read: give {FormatDetection.Known}";
        if (format == TranscriptFormat.Zip)
            return "an archive in an archive is not opened: unpack it first";
        if (entry.IsEncrypted)
            return "the file is encrypted";
        return entry.Length > limits.ArchiveRatio * Math.Max(1, entry.CompressedLength) && entry.Length > 1 << 20
            ? limits.FileUnpacksTooLarge
            : null;
    }

    private static bool IsHidden(ZipArchiveEntry entry) =>
        entry.Name.StartsWith('.') || entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal);

    private static ZipArchive? Open(FileStream copy)
    {
        try
        {
            // Asking for the entries reads the directory, which may be broken too.
            copy.Position = 0;
            var archive = new ZipArchive(copy, ZipArchiveMode.Read, leaveOpen: true);
            return archive.Entries.Count >= 0 ? archive : null;
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or ArgumentException)
        {
            return null;
        }
    }
}
