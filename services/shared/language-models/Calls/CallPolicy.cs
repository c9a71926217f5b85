using DialInsight.LanguageModels.Routes;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace DialInsight.LanguageModels.Calls;

/// <summary>What is done about failing calls: seconds of patience here, minutes are the reconcilers'.</summary>
internal sealed partial class CallPolicy(TimeProvider time, ILogger<CallPolicy> logger)
{
    private const int Retries = 5;

    /// <summary>Asks again after throttling and failures: exponentially later with jitter, or when the endpoint or the breaker says.</summary>
    public ResiliencePipeline Retry(string model) => new ResiliencePipelineBuilder { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = Retries,
            BackoffType = DelayBackoffType.Exponential,
            Delay = TimeSpan.FromSeconds(0.5),
            MaxDelay = TimeSpan.FromSeconds(20),
            UseJitter = true,
            ShouldHandle = arguments => ValueTask.FromResult(MayPass(arguments.Outcome.Exception)),
            // A wait of zero would ask again at once: then the exponential one is the kinder reading.
            DelayGenerator = arguments => ValueTask.FromResult(SaidWait(arguments.Outcome.Exception) is { Ticks: > 0 } wait ? wait : (TimeSpan?)null),
            OnRetry = arguments =>
            {
                LogRetry(model, arguments.AttemptNumber + 1, Reason(arguments.Outcome.Exception), arguments.RetryDelay.TotalSeconds);
                return ValueTask.CompletedTask;
            },
        })
        .Build();

    /// <summary>Leaves an endpoint alone for 10 s when half of at least 20 tries in 30 s failed. Throttling is no failure.</summary>
    public ResiliencePipeline Breaker(Uri endpoint, Action<TimeSpan> opened, Action closed) => new ResiliencePipelineBuilder { TimeProvider = time }
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            FailureRatio = 0.5,
            MinimumThroughput = 20,
            SamplingDuration = TimeSpan.FromSeconds(30),
            BreakDuration = TimeSpan.FromSeconds(10),
            ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Exception is EndpointException { Failure: EndpointFailure.Failing } or TimeoutRejectedException),
            OnOpened = arguments =>
            {
                opened(arguments.BreakDuration);
                LogOpened(endpoint.Host, arguments.BreakDuration.TotalSeconds);
                return ValueTask.CompletedTask;
            },
            OnClosed = _ =>
            {
                closed();
                LogClosed(endpoint.Host);
                return ValueTask.CompletedTask;
            },
        })
        .Build();

    /// <summary>One try: past the endpoint's breaker, within <paramref name="timeout"/>.</summary>
    public ResiliencePipeline Try(ModelEndpoint endpoint, TimeSpan timeout) => new ResiliencePipelineBuilder { TimeProvider = time }
        .AddPipeline(endpoint.Breaker)
        .AddTimeout(timeout)
        .Build();

    /// <summary>Why a try failed, in words that hold no content.</summary>
    public static string Reason(Exception? failure) => failure switch
    {
        TimeoutRejectedException => "did not answer in time",
        BrokenCircuitException => "is left alone for a while, because it kept failing",
        EndpointException => failure.Message,
        _ => failure?.GetType().Name ?? "failed",
    };

    private static bool MayPass(Exception? failure) =>
        failure is EndpointException { Failure: EndpointFailure.Throttled or EndpointFailure.Failing } or TimeoutRejectedException or BrokenCircuitException;

    private static TimeSpan? SaidWait(Exception? failure) => failure switch
    {
        EndpointException said => said.RetryAfter,
        BrokenCircuitException broken => broken.RetryAfter,
        _ => null,
    };

    /// <summary>Tells, once, that a key is refused.</summary>
    [LoggerMessage(Level = LogLevel.Error, Message = "{Model} at {Host} refuses the key: it is asked again once a minute; check ApiKey and the account")]
    public partial void LogKeyRefused(string model, string host);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Model} {Reason}; retry {Retry} in {Seconds:0.0} s")]
    private partial void LogRetry(string model, int retry, string reason, double seconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The model endpoint {Host} keeps failing; it is left alone for {Seconds:0} s")]
    private partial void LogOpened(string host, double seconds);

    [LoggerMessage(Level = LogLevel.Information, Message = "The model endpoint {Host} answers again")]
    private partial void LogClosed(string host);
}
