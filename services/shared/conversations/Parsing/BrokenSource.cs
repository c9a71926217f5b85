using System.Text;

namespace DialInsight.Conversations.Parsing;

/// <summary>A source that cannot be read on, an archive or an upload, ends its records with one that says so; those before it are kept.</summary>
internal static class BrokenSource
{
    /// <summary>Said of bytes that are no text in the encoding that the text began in.</summary>
    public const string Undecodable =
        "there are bytes that are no text in the encoding it began in (UTF-8, UTF-16, GB18030 or GBK, Big5): save it as UTF-8, or name its charset";

    /// <summary>Tells of a source that breaks off.</summary>
    public static IAsyncEnumerable<ParsedRecord> ToldOf(IAsyncEnumerable<ParsedRecord> records, string? file, string refusal, ParseContext context) =>
        UntilAsync(records, IsBroken, file, refusal, context);

    /// <summary>Tells of a text whose encoding does not go on as it began.</summary>
    public static IAsyncEnumerable<ParsedRecord> Decoded(IAsyncEnumerable<ParsedRecord> records, string? file, ParseContext context) =>
        UntilAsync(records, exception => exception is DecoderFallbackException, file, Undecodable, context);

    // Other kinds of IOException are the transport's own: a body that is too large for the server is its affair, not a record's.
    private static bool IsBroken(Exception exception) => exception is InvalidDataException or EndOfStreamException || exception.GetType() == typeof(IOException);

    private static async IAsyncEnumerable<ParsedRecord> UntilAsync(
        IAsyncEnumerable<ParsedRecord> records, Func<Exception, bool> isEnd, string? file, string refusal, ParseContext context)
    {
        await using IAsyncEnumerator<ParsedRecord> source = records.GetAsyncEnumerator();
        while (true)
        {
            (ParsedRecord? record, bool broken) = await NextAsync(source, isEnd);
            if (broken)
                yield return ParsedRecord.Refused(context.Next(file), refusal);
            if (record is null)
                yield break;
            yield return record;
        }
    }

    private static async Task<(ParsedRecord? Record, bool Broken)> NextAsync(IAsyncEnumerator<ParsedRecord> records, Func<Exception, bool> isEnd)
    {
        try
        {
            return (await records.MoveNextAsync() ? records.Current : null, false);
        }
        catch (Exception exception) when (isEnd(exception))
        {
            return (null, true);
        }
    }
}
