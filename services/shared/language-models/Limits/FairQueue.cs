namespace DialInsight.LanguageModels.Limits;

/// <summary>A queue whose owners take turns: one that has queued thousands does not make the next one wait for them all. Not safe for several threads.</summary>
internal sealed class FairQueue<T>
{
    private readonly Dictionary<string, Queue<T>> _items = new(StringComparer.Ordinal);
    private readonly Queue<string> _turns = new();

    /// <summary>Whether nothing waits.</summary>
    public bool IsEmpty => _turns.Count == 0;

    /// <summary>Queues an item behind its owner's.</summary>
    public void Enqueue(string owner, T item)
    {
        if (!_items.TryGetValue(owner, out Queue<T>? queue))
        {
            _items[owner] = queue = new Queue<T>();
            _turns.Enqueue(owner);
        }

        queue.Enqueue(item);
    }

    /// <summary>The item of the owner whose turn it is.</summary>
    public T Dequeue()
    {
        string owner = _turns.Dequeue();
        Queue<T> queue = _items[owner];
        T item = queue.Dequeue();
        if (queue.Count > 0)
            _turns.Enqueue(owner);
        else
            _items.Remove(owner);
        return item;
    }
}
