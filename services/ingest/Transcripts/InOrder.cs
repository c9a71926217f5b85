using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace DialInsight.Ingest.Transcripts;

/// <summary>Work on all cores whose results come in the order of what they are made from, a bounded number ahead of who takes them.</summary>
internal static class InOrder
{
    /// <summary>The results. What was read before the source failed comes before the failure.</summary>
    /// <param name="source">Read by one reader, while results are being worked on and taken.</param>
    /// <param name="work">Pure.</param>
    /// <param name="ahead">How many may be on their way: what bounds the memory.</param>
    /// <param name="cancellationToken">Stops reading and working.</param>
    public static async IAsyncEnumerable<TResult> SelectAsync<TSource, TResult>(
        IAsyncEnumerable<TSource> source, Func<TSource, TResult> work, int ahead, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var underWay = Channel.CreateBounded<Task<TResult>>(new BoundedChannelOptions(ahead) { SingleReader = true, SingleWriter = true });
        Task reading = Task.Run(() => ReadAsync(source, work, underWay.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (Task<TResult> result in underWay.Reader.ReadAllAsync(cancellationToken))
                yield return await result;
        }
        finally
        {
            // Nobody may read on when the request is over.
            await stop.CancelAsync();
            await reading;
        }
    }

    private static async Task ReadAsync<TSource, TResult>(
        IAsyncEnumerable<TSource> source, Func<TSource, TResult> work, ChannelWriter<Task<TResult>> underWay, CancellationToken cancellationToken)
    {
        Exception? failure = null;
        try
        {
            await foreach (TSource item in source.WithCancellation(cancellationToken))
                await underWay.WriteAsync(Task.Run(() => work(item), cancellationToken), cancellationToken);
        }
        catch (Exception exception)
        {
            failure = exception;
        }

        underWay.Complete(failure);
    }
}
