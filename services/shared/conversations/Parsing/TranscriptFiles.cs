using System.Runtime.CompilerServices;
using DialInsight.Conversations.Parsing.Timed;

namespace DialInsight.Conversations.Parsing;

/// <summary>A file to be read.</summary>
/// <param name="Name">Its name, which tells the format; it may be a path.</param>
/// <param name="Content">Its bytes, read before the next file is asked for.</param>
/// <param name="IsNamed">Whether the name tells the format; otherwise how the content begins does.</param>
public sealed record TranscriptFile(string Name, Stream Content, bool IsNamed = true);

/// <summary>Reads files that come one after another, such as those of an upload or a folder.</summary>
public static class TranscriptFiles
{
    /// <summary>
    /// Their records. Those of the sides of a recording (<c>call7_doctor.TextGrid</c>, <c>call7_patient.TextGrid</c>) are merged and come last. A file of a kind that
    /// cannot be read is one refused record.
    /// </summary>
    /// <param name="files">The files; each is read whole before the next is asked for. The streams are not closed.</param>
    /// <param name="broken">What to say where their source breaks off.</param>
    /// <param name="context">What they share.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static IAsyncEnumerable<ParsedRecord> ParseAsync(
        IAsyncEnumerable<TranscriptFile> files, string broken, ParseContext context, CancellationToken cancellationToken) =>
        BrokenSource.ToldOf(RecordsAsync(files, context, cancellationToken), null, broken, context);

    private static async IAsyncEnumerable<ParsedRecord> RecordsAsync(
        IAsyncEnumerable<TranscriptFile> files, ParseContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var sides = new TextGridSides(context);
        await foreach (TranscriptFile file in files.WithCancellation(cancellationToken))
        {
            TranscriptFormat? format = file.IsNamed ? FormatDetection.OfFile(file.Name) : null;
            if (file.IsNamed && format is null)
            {
                yield return ParsedRecord.Refused(context.Next(file.Name), $"a file of this kind cannot be read: give {FormatDetection.Known}");
                continue;
            }

            if (format == TranscriptFormat.TextGrid)
            {
                context.Format = format;
                await sides.TakeAsync(file.Content, file.Name, cancellationToken);
                continue;
            }

            await foreach (ParsedRecord record in TranscriptParser.ParseAsync(file.Content, format, file.Name, context, cancellationToken))
                yield return record;
        }

        foreach (ParsedRecord record in sides.Records())
            yield return record;
    }
}
