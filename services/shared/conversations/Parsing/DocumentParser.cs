using System.Runtime.CompilerServices;
using System.Text;
using DialInsight.Contracts;
using DialInsight.Conversations.Parsing.Encodings;

namespace DialInsight.Conversations.Parsing;

/// <summary>Reads files that hold one conversation each. The file's name, without its ending, is the record's id.</summary>
internal static class DocumentParser
{
    /// <summary>The file's one record.</summary>
    /// <param name="stream">UTF-8.</param>
    /// <param name="file">The file's name.</param>
    /// <param name="context">What the request's files share.</param>
    /// <param name="turnsOf">The format: from the text and the file's name to turns. Refuses by <see cref="RecordRefusedException"/>.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async IAsyncEnumerable<ParsedRecord> ParseAsync(
        Stream stream,
        string? file,
        ParseContext context,
        Func<string, string?, IReadOnlyList<Turn>> turnsOf,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        byte[]? bytes = await BoundedReading.ReadAsync(stream, context.Limits.DocumentBytes, cancellationToken);
        RecordPosition position = context.Next(file, 1);
        yield return bytes is null
            ? ParsedRecord.Refused(position, context.Limits.TextTooLarge)
            : Parse(bytes, position, turnsOf);
    }

    private static ParsedRecord Parse(byte[] bytes, RecordPosition position, Func<string, string?, IReadOnlyList<Turn>> turnsOf)
    {
        try
        {
            string text = TextEncoding.Utf8.Encoding.GetString(Utf8Bom.Skip(bytes));
            string? id = Path.GetFileNameWithoutExtension(position.File);
            return ParsedRecord.Of(position, new ParsedConversation
            {
                Id = id is { Length: > ParsingLimits.KeyCharacters } ? id[..ParsingLimits.KeyCharacters] : id,
                Turns = turnsOf(text, position.File),
            });
        }
        catch (RecordRefusedException refused)
        {
            return ParsedRecord.Refused(position, refused.Message);
        }
        catch (DecoderFallbackException)
        {
            return ParsedRecord.Refused(position, BrokenSource.Undecodable);
        }
    }
}
