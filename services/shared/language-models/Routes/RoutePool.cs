using DialInsight.LanguageModels.Calls;

namespace DialInsight.LanguageModels.Routes;

/// <summary>
/// The ways to one model. Gives each call a place on the one that has the most room for its weight, and no more places than configured; who finds none
/// waits in line. Endpoints that fail, rest or refuse the key are passed over while there is another.
/// </summary>
internal sealed class RoutePool(IReadOnlyList<ModelRoute> routes, int most)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<Waiting> _line = new();
    private int _inFlight;

    /// <summary>The ways.</summary>
    public IReadOnlyList<ModelRoute> Routes => routes;

    /// <summary>The most calls at once.</summary>
    public int Most => most;

    /// <summary>Whether some way is not barred by a refused key.</summary>
    public bool HasOpen => routes.Any(route => route.IsOpen);

    /// <summary>Waits for a place; dispose the answer to give it back.</summary>
    /// <param name="avoid">A way that has just failed: another is taken where there is one.</param>
    /// <param name="cancellationToken">Leaves the line.</param>
    /// <exception cref="EndpointException">Every key is refused.</exception>
    public async ValueTask<Place> EnterAsync(ModelRoute? avoid, CancellationToken cancellationToken)
    {
        Waiting waiting;
        lock (_lock)
        {
            if (_line.Count == 0 && Take(avoid) is { } route)
                return new Place(this, route);
            waiting = new Waiting(avoid);
            _line.AddLast(waiting);
        }

        await using CancellationTokenRegistration registration = cancellationToken.Register(() => waiting.Turn.TrySetCanceled(cancellationToken));
        return new Place(this, await waiting.Turn.Task);
    }

    /// <summary>A place on another way than this one, if there is one free at once.</summary>
    public Place? TryEnterOther(ModelRoute than)
    {
        lock (_lock)
            return _line.Count == 0 && _inFlight < most && Best(routes.Where(route => route != than && route.IsOpen && !route.Endpoint.IsLeftAlone && !route.IsResting)) is { } route
                ? new Place(this, Enter(route))
                : null;
    }

    private void Leave(ModelRoute route)
    {
        lock (_lock)
        {
            route.InFlight--;
            _inFlight--;
            while (_line.First is { } first)
            {
                try
                {
                    if (!first.Value.Turn.Task.IsCompleted)
                    {
                        if (Take(first.Value.Avoid) is not { } next)
                            return;
                        if (!first.Value.Turn.TrySetResult(next))
                            (next.InFlight, _inFlight) = (next.InFlight - 1, _inFlight - 1);
                    }
                }
                catch (EndpointException refused)
                {
                    first.Value.Turn.TrySetException(refused);
                }

                _line.RemoveFirst();
            }
        }
    }

    private ModelRoute? Take(ModelRoute? avoid)
    {
        if (routes is [{ } only])
            return !only.IsOpen ? throw EndpointException.KeyIsRefused() : _inFlight < most && only.InFlight < only.Limit.Current ? Enter(only) : null;
        ModelRoute[] open = [.. routes.Where(route => route.IsOpen)];
        if (open.Length == 0)
            throw EndpointException.KeyIsRefused();
        if (_inFlight >= most)
            return null;
        // Each wish holds where some way fulfils it.
        IReadOnlyList<ModelRoute> wished = Where(Where(Where(open, route => !route.Endpoint.IsLeftAlone), route => !route.IsResting), route => route != avoid);
        return Best(wished) is { } best ? Enter(best) : null;
    }

    private ModelRoute Enter(ModelRoute route)
    {
        route.Enter();
        route.InFlight++;
        route.Taken++;
        _inFlight++;
        return route;
    }

    private static ModelRoute? Best(IEnumerable<ModelRoute> candidates) => candidates
        .Where(route => route.InFlight < route.Limit.Current)
        .MinBy(route => ((double)route.InFlight / route.Settings.Weight, (double)route.Taken / route.Settings.Weight));

    private static IReadOnlyList<ModelRoute> Where(IReadOnlyList<ModelRoute> candidates, Func<ModelRoute, bool> wish) =>
        candidates.Count > 1 && candidates.Where(wish).ToArray() is { Length: > 0 } fulfilling ? fulfilling : candidates;

    /// <summary>A place on a way.</summary>
    internal readonly struct Place(RoutePool pool, ModelRoute route) : IDisposable
    {
        /// <summary>The way.</summary>
        public ModelRoute Route => route;

        /// <summary>Gives the place back.</summary>
        public void Dispose() => pool.Leave(route);
    }

    private sealed class Waiting(ModelRoute? avoid)
    {
        public ModelRoute? Avoid => avoid;

        public TaskCompletionSource<ModelRoute> Turn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
