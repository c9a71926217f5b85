using DialInsight.Hosting.Bus;
using DialInsight.LanguageModels.Settings;
using Microsoft.Extensions.Options;

namespace DialInsight.Labeling.Labels;

/// <summary>
/// How <see cref="LabelRequestedConsumer"/> is run. A few more messages are in work than the model takes calls, so that storing an answer and
/// fetching the next message never leave a model slot idle; what is fetched ahead beyond that stays small, so that workers share the queue evenly. Under a limit
/// a minute no more is taken than its calls of two minutes, since the broker takes back what is not acknowledged in time.
/// </summary>
internal sealed class LabelRequestedConsumerDefinition(IOptions<ModelSettings> settings)
    : ServiceConsumerDefinition<LabelRequestedConsumer>(
        LabelingStore.Database,
        concurrency: AtOnce(settings.Value.Labeller) + Spare(settings.Value.Labeller),
        prefetch: AtOnce(settings.Value.Labeller) + (2 * Spare(settings.Value.Labeller)))
{
    private static int AtOnce(LanguageModelSettings model) => Math.Min(model.MaxConcurrency, 2 * (model.CallsPerMinute ?? int.MaxValue / 2));

    private static int Spare(LanguageModelSettings model) => model.CallsPerMinute is < 60 ? 1 : Math.Max(8, AtOnce(model) / 4);
}
