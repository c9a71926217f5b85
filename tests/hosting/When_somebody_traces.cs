using System.Collections.Concurrent;
using System.Diagnostics;

namespace DialInsight.Hosting.Tests;

public sealed class When_somebody_traces
{
    private static readonly ActivitySource s_source = new("DialInsight.Hosting.Tests");

    [Fact]
    public async Task A_consumer_goes_on_in_the_trace_of_the_document_and_of_no_other()
    {
        using ActivityListener listener = Listen();
        using var folder = new TemporaryFolder();
        var seen = new ConcurrentDictionary<string, ActivityTraceId>();
        await using NoteHost host = await NoteHost.StartAsync(folder, Watching(seen));

        ActivityTraceId first = await WriteAsync(host, "first");
        ActivityTraceId second = await WriteAsync(host, "second");
        await Eventually.TrueAsync(() => seen.Count == 2, "both notes are read");

        Assert.NotEqual(first, second);
        Assert.Equal(first, seen["first"]);
        Assert.Equal(second, seen["second"]);
    }

    [Fact]
    public async Task A_document_that_is_told_after_a_restart_goes_on_in_its_trace()
    {
        using ActivityListener listener = Listen();
        using var folder = new TemporaryFolder();
        ActivityTraceId trace;
        // Nobody reads: the process ends with its fact untold.
        await using (NoteHost host = await NoteHost.StartAsync(folder, new Reader { OnNote = (_, cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken) }, settings: "--Host:ShutdownSeconds=1"))
            trace = await WriteAsync(host, "n");

        var seen = new ConcurrentDictionary<string, ActivityTraceId>();
        await using NoteHost next = await NoteHost.StartAsync(folder, Watching(seen));
        await Eventually.TrueAsync(() => seen.Count == 1, "the note is read");

        Assert.Equal(trace, seen["n"]);
    }

    private static async Task<ActivityTraceId> WriteAsync(NoteHost host, string id)
    {
        using Activity span = s_source.StartActivity("write")!;
        await host.Notes.InsertAsync(new Note { Id = id }, CancellationToken.None);
        return span.TraceId;
    }

    private static Reader Watching(ConcurrentDictionary<string, ActivityTraceId> seen) => new()
    {
        OnNote = (note, _) =>
        {
            seen[note.NoteId] = Activity.Current?.TraceId ?? default;
            return Task.CompletedTask;
        },
    };

    private static ActivityListener Listen()
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name.StartsWith("DialInsight", StringComparison.Ordinal) || source.Name == "MassTransit",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
