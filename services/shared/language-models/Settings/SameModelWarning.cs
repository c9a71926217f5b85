using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DialInsight.LanguageModels.Settings;

/// <summary>Says once, at start, that a model is about to judge its own labels. Silent for the offline annotator, whose verdicts nobody takes for a judge's.</summary>
internal sealed partial class SameModelWarning(IOptions<ModelSettings> settings, ILogger<SameModelWarning> logger) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        LanguageModelSettings labeller = settings.Value.Labeller, judge = settings.Value.Judge;
        if (judge.Provider == ModelProvider.OpenAI && judge.Provider == labeller.Provider && judge.Model == labeller.Model)
            LogSameModel(judge.Model);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Model} both writes the labels and judges them, and models favour their own answers: set Judge:Model to another model")]
    private partial void LogSameModel(string model);
}
