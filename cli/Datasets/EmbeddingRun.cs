using DialInsight.Contracts;
using DialInsight.Datasets.Metrics;
using DialInsight.LanguageModels.Embeddings;
using DialInsight.LanguageModels.Spending;
using Microsoft.Extensions.DependencyInjection;

namespace DialInsight.Cli.Datasets;

/// <summary>A model that makes vectors while a command runs, and what it costs.</summary>
internal sealed class EmbeddingRun(ServiceProvider services, string cache) : IAsyncDisposable
{
    private readonly string _id = Guid.NewGuid().ToString("N");
    private readonly IEmbeddingModel _model = services.GetRequiredService<IEmbeddingModel>();

    /// <summary>The model as an encoder of texts.</summary>
    public TextEncoder Encoder => new(
        _model.Name!, _model.Threshold, (texts, cancellationToken) => _model.EmbedAsync([.. texts.Select(text => new EmbeddingInput(text.Text))], _id, cancellationToken));

    /// <summary>What it cost, in a line.</summary>
    public async Task<string> CostAsync(CancellationToken cancellationToken)
    {
        ModelSpend? spend = (await services.GetRequiredService<ISpendLog>().TotalsAsync(_id, null, cancellationToken)).SingleOrDefault()?.Spend;
        return spend is null
            ? $"{_model.Name}: no calls, all vectors were kept in {cache}"
            : FormattableString.Invariant($"{_model.Name}: {spend.Calls} calls, {spend.InputTokens} tokens{(spend.Cost > 0 ? FormattableString.Invariant($", cost {spend.Cost:0.####}") : "")}; vectors are kept in {cache}");
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => services.DisposeAsync();
}
