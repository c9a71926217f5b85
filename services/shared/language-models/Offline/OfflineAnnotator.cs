namespace DialInsight.LanguageModels.Offline;

/// <summary>Answers from the typed facts behind a request, without any endpoint.</summary>
internal sealed class OfflineAnnotator : ILanguageModel
{
    /// <inheritdoc/>
    public string Name => "offline-annotator/1";

    /// <inheritdoc/>
    public Task<ModelAnswer> AnswerAsync(ModelRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();
}
