namespace DialInsight.Ingest.Parsing;

/// <summary>A source that cannot be read on, an archive or an upload, ends its records with one that says so; those before it are kept.</summary>
internal static class BrokenSource
{
    public static async IAsyncEnumerable<ParsedRecord> ToldOf(IAsyncEnumerable<ParsedRecord> records, string? file, string refusal, RecordCounter counter)
    {
        await using IAsyncEnumerator<ParsedRecord> source = records.GetAsyncEnumerator();
        while (true)
        {
            (ParsedRecord? record, bool broken) = await NextAsync(source);
            if (broken)
                yield return ParsedRecord.Refused(new RecordPosition(counter.Next(), null, file), refusal);
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
        catch (Exception exception) when (exception is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            return (null, true);
        }
    }
}
