using System.Runtime.CompilerServices;
using DialInsight.Storage;
using Microsoft.Extensions.Logging;

namespace DialInsight.Hosting.Facts;

/// <summary>Delivers what dead writers of one database have left: reads the fact collections from their watermark on, in order.</summary>
internal sealed partial class Adoption(
    FactWriter self, IReadOnlyList<IFactSource> sources, Presence presence, FactPublisher publisher, TimeProvider time, ILogger<Adoption> logger)
{
    // A writer that only seemed dead may still write. It is looked after until it has been silent for that long.
    private static readonly TimeSpan s_forgetAfter = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan s_save = TimeSpan.FromSeconds(1);

    /// <summary>One round over all writers of the database.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        List<Versioned<WriterDocument>> writers = [];
        await foreach (Versioned<WriterDocument> writer in self.Writers.StreamAsync(Query.All, cancellationToken))
            writers.Add(writer);
        ILookup<bool, Versioned<WriterDocument>> byLife = writers.ToLookup(writer => presence.IsAlive(self.Ledger.Database, writer.Document));
        HashSet<string> alive = [.. byLife[true].Select(writer => writer.Document.Id)];
        foreach (Versioned<WriterDocument> dead in byLife[false])
        {
            if (dead.Document.AdoptedBy is not string by || by == self.Id || !alive.Contains(by))
                await AdoptAsync(dead, cancellationToken);
        }
    }

    private async Task AdoptAsync(Versioned<WriterDocument> dead, CancellationToken cancellationToken)
    {
        WriterDocument writer = dead.Document;
        if (writer.AdoptedBy != self.Id)
        {
            writer = writer with { AdoptedBy = self.Id };
            if (!await self.Writers.ReplaceAsync(writer, dead.Version, cancellationToken))
                return;
        }

        long delivered = await DeliverAsync(writer, cancellationToken);
        if (writer.Ended || presence.IsAlone || presence.SilenceOf(self.Ledger.Database, writer) > s_forgetAfter)
            await ForgetAsync(writer, cancellationToken);
        else if (delivered > writer.Watermark)
            await SaveAsync(writer, delivered, cancellationToken);
    }

    private async Task<long> DeliverAsync(WriterDocument writer, CancellationToken cancellationToken)
    {
        var ledger = new FactLedger(self.Ledger.Database);
        ledger.TakeUp(writer.Watermark);
        ledger.End(writer.Watermark);
        long savedAt = time.GetTimestamp();
        int count = 0;
        await foreach (RecordedFacts recorded in MergeAsync(writer, cancellationToken))
        {
            ledger.TakeUp(recorded.Sequence);
            await EnqueueAsync(recorded, ledger, cancellationToken);
            count++;
            if (time.GetElapsedTime(savedAt) <= s_save)
                continue;
            await SaveAsync(writer, ledger.Watermark, cancellationToken);
            savedAt = time.GetTimestamp();
        }

        while (!ledger.IsSettled)
            await Task.Delay(s_look, time, cancellationToken);
        if (count > 0)
            LogDelivered(logger, count, writer.Id, self.Ledger.Database);
        return ledger.Watermark;
    }

    private async Task EnqueueAsync(RecordedFacts recorded, FactLedger ledger, CancellationToken cancellationToken)
    {
        if (recorded.Facts.Count == 0)
        {
            ledger.End(recorded.Sequence);
            return;
        }

        var publication = new Publication(recorded.Facts, recorded.Follows, () => ledger.End(recorded.Sequence));
        await publisher.WaitForRoomAsync(publication, cancellationToken);
        publisher.Enqueue(publication);
    }

    /// <summary>The documents of all collections, in the order of writing.</summary>
    private async IAsyncEnumerable<RecordedFacts> MergeAsync(
        WriterDocument writer, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var heads = new PriorityQueue<IAsyncEnumerator<RecordedFacts>, long>();
        foreach (IFactSource source in sources)
        {
            IAsyncEnumerator<RecordedFacts> reader =
                source.ReadAsync(writer.Id, writer.Watermark + 1, RecordedStamp.Last, cancellationToken).GetAsyncEnumerator(cancellationToken);
            await AdvanceAsync(reader, heads);
        }

        while (heads.TryDequeue(out IAsyncEnumerator<RecordedFacts>? reader, out _))
        {
            yield return reader.Current;
            await AdvanceAsync(reader, heads);
        }
    }

    private static async Task AdvanceAsync(IAsyncEnumerator<RecordedFacts> reader, PriorityQueue<IAsyncEnumerator<RecordedFacts>, long> heads)
    {
        if (await reader.MoveNextAsync())
            heads.Enqueue(reader, reader.Current.Sequence);
        else
            await reader.DisposeAsync();
    }

    private async Task SaveAsync(WriterDocument writer, long watermark, CancellationToken cancellationToken)
    {
        if (await self.Writers.FindAsync(writer.Id, cancellationToken) is { } now && now.Document.SeenAt == writer.SeenAt)
            await self.Writers.ReplaceAsync(now.Document with { Watermark = watermark }, now.Version, cancellationToken);
    }

    private async Task ForgetAsync(WriterDocument writer, CancellationToken cancellationToken)
    {
        // Not if its heartbeat has moved since: then it was not dead.
        await self.Writers.DeleteWhereAsync(Query.All.Where("id", writer.Id).Where("seenAt", writer.SeenAt), cancellationToken);
        presence.Forget(self.Ledger.Database, writer.Id);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Delivered {Count} documents' facts that writer {Writer} had left in {Database}")]
    private static partial void LogDelivered(ILogger logger, int count, string writer, string database);
}
