using DialInsight.Hosting;
using Microsoft.Extensions.Options;

namespace DialInsight.Labeling.Batches;

/// <summary>Looks after the batches every <c>LabelBatches:PollSeconds</c>, also those that were begun before batches were switched off.</summary>
internal sealed class BatchReconciler(BatchRound round, IOptions<BatchSettings> settings, TimeProvider time, ILogger<BatchReconciler> logger)
    : Reconciler(TimeSpan.FromSeconds(settings.Value.PollSeconds), time, logger)
{
    /// <inheritdoc/>
    protected override Task ReconcileAsync(CancellationToken cancellationToken) => round.RunAsync(cancellationToken);
}
