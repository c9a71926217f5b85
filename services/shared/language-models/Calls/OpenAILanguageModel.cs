using System.Diagnostics;
using DialInsight.Contracts;
using DialInsight.LanguageModels.Settings;
using DialInsight.LanguageModels.Telemetry;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace DialInsight.LanguageModels.Calls;

/// <summary>A model behind an endpoint that speaks OpenAI's chat completions.</summary>
internal sealed class OpenAILanguageModel(LanguageModelSettings settings, ModelEndpoint endpoint, CallGate gate, CallPolicy policy, TimeProvider time) : ILanguageModel
{
    private readonly ChatEndpoint _chat = new(endpoint.Chat(settings), settings, time);
    private readonly ResiliencePipeline _retry = policy.Retry(settings.Model);
    private readonly ResiliencePipeline _try = policy.Try(endpoint, TimeSpan.FromSeconds(settings.TimeoutSeconds));
    private readonly string _host = settings.Endpoint.Host;

    /// <inheritdoc/>
    public string Name => settings.Model;

    /// <inheritdoc/>
    public async Task<ModelAnswer> AnswerAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        using Activity? activity = LanguageModelTelemetry.Start(settings.Model, _host, request.Purpose);
        long started = time.GetTimestamp();
        try
        {
            ModelAnswer answer = await AskAsync(request, cancellationToken);
            LanguageModelTelemetry.Answered(activity, settings.Model, _host, answer, time.GetElapsedTime(started));
            return answer;
        }
        catch (Exception e)
        {
            LanguageModelTelemetry.Failed(activity, settings.Model, _host, e, time.GetElapsedTime(started));
            throw;
        }
    }

    private async Task<ModelAnswer> AskAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        int calls = 0;
        try
        {
            EndpointAnswer answer = await _retry.ExecuteAsync(async token => await TryAsync(request, () => calls++, token), cancellationToken);
            return ToAnswer(request, answer, calls);
        }
        catch (EndpointException e) when (e.Failure == EndpointFailure.Refused)
        {
            throw new ModelRefusedRequestException($"{settings.Model} at {_host} {e.Message}", e);
        }
        catch (Exception e) when (e is EndpointException or TimeoutRejectedException or BrokenCircuitException)
        {
            throw new ModelUnavailableException($"{settings.Model} at {_host} {CallPolicy.Reason(e)}", e);
        }
    }

    /// <summary>One try. Waiting for a place comes before the time limit starts.</summary>
    private async Task<EndpointAnswer> TryAsync(ModelRequest request, Action reached, CancellationToken cancellationToken)
    {
        long guess = CallCosts.Guess(request);
        using CallGate.Place place = await gate.EnterAsync(guess, cancellationToken);
        try
        {
            EndpointAnswer answer = await _try.ExecuteAsync(async token => await _chat.AskAsync(request, reached, token), cancellationToken);
            gate.Rate.Settle((answer.InputTokens ?? guess) + (answer.OutputTokens ?? 0) - guess);
            return answer;
        }
        catch (EndpointException e) when (e is { Failure: EndpointFailure.Throttled, RetryAfter: { } wait })
        {
            gate.Rate.Pause(wait);
            throw;
        }
    }

    private ModelAnswer ToAnswer(ModelRequest request, EndpointAnswer answer, int calls)
    {
        ModelSpend spend = CallCosts.Of(request, answer, settings, calls);
        return new ModelAnswer
        {
            Text = WrittenText.Bare(answer.Text, request.ResponseSchema is not null),
            Model = spend.Model,
            Stop = answer.Stop,
            Spend = spend,
            SpendIsEstimated = answer.InputTokens is null || answer.OutputTokens is null,
        };
    }
}
