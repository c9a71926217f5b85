using System.Diagnostics;
using System.Globalization;
using DialInsight.Storage;

namespace DialInsight.Benchmarks.Storage;

/// <summary>A document like a labelled sample.</summary>
internal sealed record Sample(string Id, string Run, string State, DateTimeOffset CreatedAt, string Text);

/// <summary>The loads, over one collection with three indexed fields.</summary>
internal sealed class StorageLoad(IDocumentStore store, int documents)
{
    private static readonly string s_text = string.Concat(Enumerable.Repeat("客户想看两居室。The customer asks for two rooms. ", 16));

    private static readonly CollectionDefinition<Sample> s_definition = new(
        "samples",
        sample => sample.Id,
        new("run", sample => sample.Run),
        new("state", sample => sample.State),
        new("createdAt", sample => sample.CreatedAt));

    private readonly IDocumentCollection<Sample> _samples = store.Collection(s_definition);

    public static int BodyBytes => System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(Create("s", 0), DocumentJson.Options).Length;

    public Task WarmUpAsync() => InParallelAsync(64, 4000, i => _samples.InsertAsync(Create("warm", i), default));

    public Task InsertSinglyAsync(int writers) => InParallelAsync(writers, documents, i => _samples.InsertAsync(Create("single", i), default));

    public Task InsertAloneAsync(int count) => InParallelAsync(1, count, i => _samples.InsertAsync(Create("alone", i), default));

    public async Task InsertInBulkAsync()
    {
        for (int start = 0; start < documents; start += 1000)
            await _samples.InsertManyAsync([.. Enumerable.Range(start, 1000).Select(i => Create("bulk", i))], default);
    }

    public Task ReplaceAsync(int writers) =>
        InParallelAsync(writers, documents, i => _samples.ReplaceAsync(Create("single", i) with { State = "done" }, 1, default));

    public Task ReadAsync(int readers) => InParallelAsync(readers, documents, i => _samples.FindAsync(Id("single", i * 7919L % documents), default));

    public async Task PageAsync()
    {
        string? cursor = null;
        for (int page = 0; page < documents / 100; page++)
            cursor = (await _samples.PageAsync(Query.All.OrderBy("createdAt"), cursor, 100, default)).NextCursor;
    }

    public async Task StreamAsync()
    {
        int count = 0;
        await foreach (Versioned<Sample> _ in _samples.StreamAsync(Query.All.Where("run", "single"), default))
            count++;
        Trace.Assert(count == documents);
    }

    public async Task CountAsync(int times)
    {
        for (int i = 0; i < times; i++)
            await _samples.CountByAsync(Query.All.Where("run", "single"), "state", default);
    }

    public Task<long> TotalAsync() => _samples.CountAsync(Query.All, default);

    public Task DeleteAsync() => _samples.DeleteWhereAsync(Query.All, default);

    /// <summary>One connection writes with all its might; another one, as a second process would, writes now and then: how long does it wait?</summary>
    public async Task<object> SharedAsync(Func<Connection> connect)
    {
        await using Connection other = connect();
        IDocumentCollection<Sample> samples = other.Store.Collection(s_definition);
        Task busy = InParallelAsync(64, documents, i => _samples.InsertAsync(Create("busy", i), default));
        var waits = new List<double>();
        while (!busy.IsCompleted)
        {
            long started = Stopwatch.GetTimestamp();
            await samples.InsertAsync(Create("now-and-then", waits.Count), default);
            waits.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        await busy;
        waits.Sort();
        return new { secondWriterInserts = waits.Count, medianMilliseconds = waits[waits.Count / 2], p99Milliseconds = waits[waits.Count * 99 / 100], worstMilliseconds = waits[^1] };
    }

    private static async Task InParallelAsync(int tasks, int count, Func<int, Task> act)
    {
        int next = -1;
        await Task.WhenAll(Enumerable.Range(0, tasks).Select(_ => Task.Run(async () =>
        {
            for (int i = Interlocked.Increment(ref next); i < count; i = Interlocked.Increment(ref next))
                await act(i);
        })));
    }

    private static string Id(string run, long i) => DeterministicId.Of(32, run, i.ToString(CultureInfo.InvariantCulture));

    private static Sample Create(string run, int i) => new(Id(run, i), run, "new", DateTimeOffset.UnixEpoch.AddSeconds(i), s_text);
}
