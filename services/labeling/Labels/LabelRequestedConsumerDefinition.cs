using DialInsight.Hosting.Bus;
using DialInsight.LanguageModels.Settings;
using Microsoft.Extensions.Options;

namespace DialInsight.Labeling.Labels;

/// <summary>
/// How <see cref="LabelRequestedConsumer"/> is run. A few more messages are in work than the model takes calls, so that storing an answer and
/// fetching the next message never leave a model slot idle; what is fetched ahead beyond that stays small, so that workers share the queue evenly.
/// </summary>
internal sealed class LabelRequestedConsumerDefinition(IOptions<ModelSettings> settings)
    : ServiceConsumerDefinition<LabelRequestedConsumer>(
        LabelingStore.Database,
        concurrency: settings.Value.Labeller.MaxConcurrency + Spare(settings.Value.Labeller.MaxConcurrency),
        prefetch: settings.Value.Labeller.MaxConcurrency + (2 * Spare(settings.Value.Labeller.MaxConcurrency)))
{
    private static int Spare(int concurrency) => Math.Max(8, concurrency / 4);
}
