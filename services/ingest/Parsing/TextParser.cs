using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using DialInsight.Contracts;

namespace DialInsight.Ingest.Parsing;

/// <summary>
/// Reads one conversation of <c>speaker: words</c> lines (also <c>[00:12] speaker: words</c>, and with the Chinese colon). A line without a speaker
/// goes on with the turn before it. The file's name, without its ending, is the record's id.
/// </summary>
internal static partial class TextParser
{
    private const string Time = @"(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}[ T])?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?";

    public static async IAsyncEnumerable<ParsedRecord> ParseAsync(
        Stream stream, string? file, RecordCounter counter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        byte[]? bytes = await BoundedReading.ReadAsync(stream, IngestLimits.DocumentBytes, cancellationToken);
        var position = new RecordPosition(counter.Next(), 1, file);
        yield return bytes is null
            ? ParsedRecord.Refused(position, $"the text is larger than {IngestLimits.DocumentBytes >> 20} MB")
            : Parse(bytes, position);
    }

    private static ParsedRecord Parse(byte[] bytes, RecordPosition position)
    {
        if (Decode(bytes) is not { } text)
            return ParsedRecord.Refused(position, "the text is neither UTF-8 nor UTF-16 with a byte order mark: save it as UTF-8");

        List<Turn> turns = [];
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            if (line.IsWhiteSpace())
                continue;
            if (line.Length > IngestLimits.TurnCharacters)
                return ParsedRecord.Refused(position, $"a line has more than {IngestLimits.TurnCharacters} characters");

            Add(turns, line.Trim().ToString());
            if (turns.Count > IngestLimits.Turns)
                return ParsedRecord.Refused(position, $"the lines are too many: split conversations of more than {IngestLimits.Turns}");
        }

        if (turns.Count == 0)
            return ParsedRecord.Refused(position, "no line reads “speaker: words”");

        return ParsedRecord.Of(
            position, new ParsedConversation { Id = position.File is null ? null : Path.GetFileNameWithoutExtension(position.File), Turns = turns });
    }

    private static void Add(List<Turn> turns, string line)
    {
        // What goes on with a turn is another of the same speaker here: normalising joins them as their script asks for.
        if (SpeakerLine().Match(line) is { Success: true } match)
            turns.Add(new Turn(match.Groups["speaker"].Value.Trim(), match.Groups["words"].Value, match.Groups["at"] is { Success: true } at ? at.Value : null));
        else if (turns.Count > 0)
            turns.Add(turns[^1] with { Text = line });
    }

    private static string? Decode(byte[] bytes)
    {
        try
        {
            return bytes switch
            {
                [0xFF, 0xFE, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true).GetString(bytes.AsSpan(2)),
                [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true).GetString(bytes.AsSpan(2)),
                _ => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Utf8Bom.Skip(bytes)),
            };
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    // The colon of a time of day ("at 12:30") ends no speaker's name.
    [GeneratedRegex(
        @"^(?:(?:[\[(（【]\s*(?<at>" + Time + @")\s*[\])）】]\s*|(?<at>" + Time + @")\s+))?(?<speaker>[^\s:：/][^:：/]{0,39})(?<!(?:^|[\s午晚早上])\d{1,2}(?=:[0-5]\d(?!\d)))[:：](?!//)\s*(?<words>.*)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex SpeakerLine();
}
