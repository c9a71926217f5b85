using System.Diagnostics;
using System.Runtime.CompilerServices;
using DialInsight.Conversations.Parsing;

namespace DialInsight.Ingest.Transcripts;

/// <summary>Records in batches that are worked on and stored together: bounded in number and in characters, since one record may be a thousand times another.</summary>
internal static class RecordBatches
{
    private const int Records = 256;
    private const long Characters = 1 << 19;

    /// <summary>The batches, none empty. What was read before the source failed comes before the failure.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<ParsedRecord>> OfAsync(IAsyncEnumerable<ParsedRecord> records, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using IAsyncEnumerator<ParsedRecord> source = records.GetAsyncEnumerator(cancellationToken);
        Exception? failure = null;
        bool ended = false;
        while (!ended)
        {
            List<ParsedRecord> batch = new(Records);
            long characters = 0, started = Stopwatch.GetTimestamp();
            while (batch.Count < Records && characters < Characters && !ended)
            {
                (ParsedRecord? record, failure) = await NextAsync(source);
                ended = record is null;
                if (record is null)
                    break;
                batch.Add(record);
                characters += record.Conversation?.Turns.Sum(turn => (long)turn.Text.Length) ?? 0;
            }

            IntakeStages.Worked(IntakeStages.Parse, started);
            if (batch.Count > 0)
                yield return batch;
        }

        if (failure is not null)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
    }

    private static async ValueTask<(ParsedRecord? Record, Exception? Failure)> NextAsync(IAsyncEnumerator<ParsedRecord> source)
    {
        try
        {
            return (await source.MoveNextAsync() ? source.Current : null, null);
        }
        catch (Exception exception)
        {
            return (null, exception);
        }
    }
}
