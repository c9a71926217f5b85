using System.Diagnostics;
using DialInsight.LanguageModels.Routes;
using DialInsight.LanguageModels.Settings;
using DialInsight.LanguageModels.Telemetry;

namespace DialInsight.LanguageModels.Calls;

/// <summary>A model behind endpoints that speak OpenAI's chat completions.</summary>
internal sealed class OpenAILanguageModel : ILanguageModel
{
    private readonly LanguageModelSettings _settings;
    private readonly ModelCalls _calls;
    private readonly Dictionary<ModelRoute, ChatEndpoint> _chats;
    private readonly OutputGuess _outputs = new();
    private readonly TimeProvider _time;

    public OpenAILanguageModel(LanguageModelSettings settings, RoutePool pool, CallPolicy policy, TimeProvider time)
    {
        (_settings, _time) = (settings, time);
        TimeSpan? hedgeAfter = settings.HedgeAfterSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
        _calls = new ModelCalls(settings.Model, pool, policy, TimeSpan.FromSeconds(settings.TimeoutSeconds), hedgeAfter, time);
        _chats = pool.Routes.ToDictionary(
            route => route,
            route => new ChatEndpoint(route.Endpoint.Chat(route.Settings.Model, route.Settings.ApiKey), route.Settings.Model, settings, time));
    }

    /// <inheritdoc/>
    public string Name => _settings.Model;

    /// <inheritdoc/>
    public async Task<ModelAnswer> AnswerAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        string host = _settings.Endpoint.Host;
        using Activity? activity = LanguageModelTelemetry.Start(_settings.Model, host, request.Purpose);
        long started = _time.GetTimestamp();
        try
        {
            ModelAnswer answer = await AskAsync(request, cancellationToken);
            LanguageModelTelemetry.Answered(activity, _settings.Model, host, answer, _time.GetElapsedTime(started));
            return answer;
        }
        catch (Exception e)
        {
            LanguageModelTelemetry.Failed(activity, _settings.Model, host, e, _time.GetElapsedTime(started));
            throw;
        }
    }

    private async Task<ModelAnswer> AskAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        int calls = 0;
        EndpointAnswer answer = await _calls.MakeAsync(
            request.Run ?? request.Account ?? "",
            CallCosts.Guess(request) + _outputs.Of(request.Purpose),
            async (route, token) =>
            {
                EndpointAnswer given = await _chats[route].AskAsync(request, () => Interlocked.Increment(ref calls), token);
                return new Metered<EndpointAnswer>(given, given.InputTokens + given.OutputTokens);
            },
            cancellationToken);
        _outputs.Note(request.Purpose, answer.OutputTokens);
        return ToAnswer(request, answer, calls);
    }

    private ModelAnswer ToAnswer(ModelRequest request, EndpointAnswer answer, int calls)
    {
        Contracts.ModelSpend spend = CallCosts.Of(request, answer, _settings, calls);
        return new ModelAnswer
        {
            Text = WrittenText.Bare(answer.Text, request.ResponseSchema is not null),
            Model = spend.Model,
            Stop = answer.Stop,
            LogProbabilities = answer.LogProbabilities,
            Spend = spend,
            SpendIsEstimated = answer.InputTokens is null || answer.OutputTokens is null,
        };
    }
}
