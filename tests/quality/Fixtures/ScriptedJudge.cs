using System.Collections.Concurrent;
using DialInsight.Contracts;
using DialInsight.LanguageModels;
using DialInsight.LanguageModels.Facts;

namespace DialInsight.Quality.Tests.Fixtures;

/// <summary>A judge that answers as a test says.</summary>
internal sealed class ScriptedJudge : ILanguageModels, ILanguageModel
{
    public const string High = """{"evidence":["the reader may keep it"],"level":"high"}""";
    public const string Medium = """{"evidence":["a little vague"],"level":"medium"}""";
    public const string Low = """{"evidence":["not in the dialogue"],"level":"low"}""";

    public ILanguageModel Labeller => this;

    public ILanguageModel Judge => this;

    public string Name => "judge/1";

    /// <summary>What it says to a request; the first vote's number and the draw are in it.</summary>
    public Func<JudgeFacts, ModelRequest, string> Answer { get; set; } = (_, _) => High;

    public ConcurrentQueue<ModelRequest> Requests { get; } = [];

    public Task<ModelAnswer> AnswerAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        Requests.Enqueue(request);
        return Task.FromResult(new ModelAnswer
        {
            Text = Answer((JudgeFacts)request.Facts!, request),
            Model = Name,
            Stop = ModelStop.Finished,
            Spend = new ModelSpend("judge", Name, 1, 10, 5, 0.001m),
        });
    }
}
