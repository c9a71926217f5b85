using DialInsight.LanguageModels.Offline;

namespace DialInsight.LanguageModels;

/// <summary>The two models that the settings describe.</summary>
internal sealed class ConfiguredLanguageModels : ILanguageModels
{
    /// <inheritdoc/>
    public ILanguageModel Labeller { get; } = new OfflineAnnotator();

    /// <inheritdoc/>
    public ILanguageModel Judge { get; } = new OfflineAnnotator();
}
