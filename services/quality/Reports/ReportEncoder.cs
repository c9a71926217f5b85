using DialInsight.Contracts;
using DialInsight.Datasets.Metrics;
using DialInsight.LanguageModels;
using DialInsight.LanguageModels.Embeddings;
using DialInsight.LanguageModels.Spending;
using Microsoft.Extensions.Options;

namespace DialInsight.Quality.Reports;

/// <summary>What makes the vectors that a report's communities are of, and what that cost.</summary>
internal sealed class ReportEncoder(IEmbeddingModel model, ISpendLog spend, IOptions<QualitySettings> settings)
{
    private bool IsModel => settings.Value.Kind == EncoderKind.Embeddings;

    /// <summary>The encoder of a run's texts; null for counts of tokens. What quotes a transcript is kept under it, so that erasure finds it.</summary>
    public TextEncoder? For(string run) => IsModel
        ? new TextEncoder(
            model.Name!, model.Threshold,
            (texts, cancellationToken) => model.EmbedAsync([.. texts.Select(text => new EmbeddingInput(text.Text, text.Transcript))], run, cancellationToken))
        : null;

    /// <summary>What embedding a run's texts has cost so far, whichever report it was for.</summary>
    public async Task<IReadOnlyList<ModelSpend>> SpendAsync(string run, CancellationToken cancellationToken) => IsModel
        ? [.. (await spend.TotalsAsync(run, null, cancellationToken)).Select(line => line.Spend).Where(line => line.Purpose == ModelPurpose.Embed)]
        : [];
}
