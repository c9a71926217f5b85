using System.Text;

namespace DialInsight.Ingest.Parsing;

/// <summary>A source that cannot be read on, an archive or an upload, ends its records with one that says so; those before it are kept.</summary>
internal static class BrokenSource
{
    /// <summary>Said of bytes that are no text in the encoding that the text began in.</summary>
    public const string Undecodable =
        "there are bytes that are no text in the encoding it began in (UTF-8, UTF-16, GB18030 or GBK, Big5): save it as UTF-8, or name its charset";

    public static async IAsyncEnumerable<ParsedRecord> ToldOf(IAsyncEnumerable<ParsedRecord> records, string? file, string refusal, ParseContext context)
    {
        await using IAsyncEnumerator<ParsedRecord> source = records.GetAsyncEnumerator();
        while (true)
        {
            (ParsedRecord? record, bool broken) = await NextAsync(source);
            if (broken)
                yield return ParsedRecord.Refused(context.Next(file), refusal);
            if (record is null)
                yield break;
            yield return record;
        }
    }

    private static async Task<(ParsedRecord? Record, bool Broken)> NextAsync(IAsyncEnumerator<ParsedRecord> records)
    {
        try
        {
            return (await records.MoveNextAsync() ? records.Current : null, false);
        }
        catch (Exception exception) when (exception is InvalidDataException or DecoderFallbackException or (IOException and not BadHttpRequestException))
        {
            return (null, true);
        }
    }
}
