using System.Collections.Concurrent;
using MassTransit;

namespace DialInsight.Hosting.Bus;

/// <summary>Knows, without a broker, which messages are still on their way to a consumer of this process.</summary>
internal sealed class DeliveryTracker : IReceiveObserver
{
    private readonly ConcurrentDictionary<Guid, Delivery> _deliveries = [];

    /// <summary>A task that ends when <paramref name="consumers"/> endpoints have received the message, and fails when one could not.
    /// The same message on its way twice is delivered when both are.</summary>
    public Task Expect(Guid messageId, int consumers)
    {
        if (consumers == 0)
            return Task.CompletedTask;
        while (true)
        {
            Delivery delivery = _deliveries.GetOrAdd(messageId, static _ => new Delivery());
            if (delivery.TryExpect(consumers))
                return delivery.Task;
            _deliveries.TryRemove(KeyValuePair.Create(messageId, delivery));
        }
    }

    /// <inheritdoc/>
    public Task PreReceive(ReceiveContext context) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task PostReceive(ReceiveContext context) => Settle(context, null);

    /// <inheritdoc/>
    public Task PostConsume<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType)
        where T : class => Task.CompletedTask;

    /// <inheritdoc/>
    public Task ConsumeFault<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType, Exception exception)
        where T : class => Task.CompletedTask;

    /// <inheritdoc/>
    public Task ReceiveFault(ReceiveContext context, Exception exception) => Settle(context, exception);

    private Task Settle(ReceiveContext context, Exception? exception)
    {
        if (context.GetMessageId() is Guid id && _deliveries.TryGetValue(id, out Delivery? delivery) && delivery.Settle(exception))
            _deliveries.TryRemove(KeyValuePair.Create(id, delivery));
        return Task.CompletedTask;
    }

    private sealed class Delivery
    {
        private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _expected;
        private Exception? _failure;
        private bool _closed;

        public Task Task => _done.Task;

        public bool TryExpect(int consumers)
        {
            lock (_done)
            {
                _expected += _closed ? 0 : consumers;
                return !_closed;
            }
        }

        public bool Settle(Exception? exception)
        {
            lock (_done)
            {
                _failure ??= exception;
                if (--_expected > 0)
                    return false;
                _closed = true;
            }

            if (_failure is null)
                _done.TrySetResult();
            else
                _done.TrySetException(_failure);
            return true;
        }
    }
}
