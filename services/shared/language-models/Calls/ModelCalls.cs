using DialInsight.LanguageModels.Routes;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace DialInsight.LanguageModels.Calls;

/// <summary>What a call came to, and the tokens it used where the endpoint told them.</summary>
internal sealed record Metered<T>(T Answer, long? Tokens);

/// <summary>Makes calls to a model by whatever ways there are: retries, circuit breakers, limits, time limits, a second call where the first takes long.</summary>
internal sealed class ModelCalls
{
    private readonly string _name;
    private readonly RoutePool _pool;
    private readonly CallPolicy _policy;
    private readonly ResiliencePipeline _retry;
    private readonly Dictionary<ModelRoute, ResiliencePipeline> _tries;
    private readonly TimeSpan? _hedgeAfter;
    private readonly TimeProvider _time;

    /// <summary>Prepares.</summary>
    /// <param name="model">The model's name, for what is told of it.</param>
    /// <param name="pool">The ways to it.</param>
    /// <param name="policy">What is done about failures.</param>
    /// <param name="timeout">How long one try may take.</param>
    /// <param name="hedgeAfter">After how long another endpoint is asked as well; null never is.</param>
    /// <param name="time">The clock.</param>
    public ModelCalls(string model, RoutePool pool, CallPolicy policy, TimeSpan timeout, TimeSpan? hedgeAfter, TimeProvider time)
    {
        (_pool, _policy, _hedgeAfter, _time) = (pool, policy, hedgeAfter, time);
        _name = pool.Routes is [{ } only] ? $"{model} at {only.Settings.Endpoint.Host}" : $"{model} at {pool.Routes.Count} endpoints";
        _retry = policy.Retry(model);
        _tries = pool.Routes.ToDictionary(route => route, route => policy.Try(route.Endpoint, timeout));
    }

    /// <summary>Makes a call until it is answered.</summary>
    /// <param name="run">Whose call it is; runs take turns at a rate limit.</param>
    /// <param name="tokens">About how many tokens it will use.</param>
    /// <param name="call">The call on one way.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ModelRefusedRequestException">The request is refused for good.</exception>
    /// <exception cref="ModelUnavailableException">No way led to an answer.</exception>
    public async Task<T> MakeAsync<T>(string run, long tokens, Func<ModelRoute, CancellationToken, Task<Metered<T>>> call, CancellationToken cancellationToken)
    {
        ModelRoute? failed = null;
        var one = new OneCall<T>(run, tokens, call);
        try
        {
            return await _retry.ExecuteAsync(async token => await TryAsync(one, failed, route => failed = route, token), cancellationToken);
        }
        catch (EndpointException e) when (e.Failure == EndpointFailure.Refused)
        {
            throw new ModelRefusedRequestException($"{_name} {e.Message}", e);
        }
        catch (Exception e) when (e is EndpointException or TimeoutRejectedException or BrokenCircuitException)
        {
            bool isKey = e is EndpointException { Failure: EndpointFailure.KeyRefused };
            throw new ModelUnavailableException($"{_name} {CallPolicy.Reason(e)}", e) { IsKeyRefused = isKey, IsNews = e is EndpointException { IsNews: true } };
        }
    }

    /// <summary>One try; a refused key costs none while there is another.</summary>
    private async Task<T> TryAsync<T>(OneCall<T> call, ModelRoute? avoid, Action<ModelRoute> failed, CancellationToken cancellationToken)
    {
        while (true)
        {
            using RoutePool.Place place = await _pool.EnterAsync(avoid, cancellationToken);
            try
            {
                return _hedgeAfter is { } after && _pool.Routes.Count > 1
                    ? await HedgedAsync(call, place.Route, after, cancellationToken)
                    : await OnAsync(call, place.Route, cancellationToken);
            }
            catch (EndpointException e) when (e.Failure == EndpointFailure.KeyRefused && _pool.HasOpen)
            {
                // By another way then.
            }
            catch
            {
                failed(place.Route);
                throw;
            }
        }
    }

    private async Task<T> OnAsync<T>(OneCall<T> call, ModelRoute route, CancellationToken cancellationToken)
    {
        await route.WaitAsync(call.Run, call.Tokens, cancellationToken);
        long started = _time.GetTimestamp();
        try
        {
            Metered<T> answer = await _tries[route].ExecuteAsync(async token => await call.Call(route, token), cancellationToken);
            route.Answered(started, (answer.Tokens ?? call.Tokens) - call.Tokens);
            return answer.Answer;
        }
        catch (EndpointException e)
        {
            bool isNews = route.Failed(started, e);
            if (!isNews)
                throw;
            _policy.LogKeyRefused(route.Settings.Model, route.Settings.Endpoint.Host);
            throw new EndpointException(e.Failure, e.Message, innerException: e) { IsNews = true };
        }
    }

    /// <summary>The first answer of two: another way is asked when this one takes long. Whoever is late is broken off.</summary>
    private async Task<T> HedgedAsync<T>(OneCall<T> call, ModelRoute route, TimeSpan after, CancellationToken cancellationToken)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<T> first = OnAsync(call, route, late.Token);
        if (await Task.WhenAny(first, Task.Delay(after, _time, late.Token)) == first || _pool.TryEnterOther(route) is not { } place)
            return await first;
        using (place)
        {
            Task<T> second = OnAsync(call, place.Route, late.Token);
            Task<T> winner = await Task.WhenAny(first, second);
            if (!winner.IsCompletedSuccessfully)
                winner = winner == first ? second : first;
            try
            {
                return await winner;
            }
            finally
            {
                await late.CancelAsync();
                await Task.WhenAll(first, second).ContinueWith(static _ => { }, TaskScheduler.Default);
            }
        }
    }

    private sealed record OneCall<T>(string Run, long Tokens, Func<ModelRoute, CancellationToken, Task<Metered<T>>> Call);
}
