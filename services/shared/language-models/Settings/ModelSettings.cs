namespace DialInsight.LanguageModels.Settings;

/// <summary>The settings of both models. Get them as <c>IOptions&lt;ModelSettings&gt;</c>; they are checked at start.</summary>
public sealed class ModelSettings
{
    /// <summary>Section <c>LanguageModel</c>.</summary>
    public LanguageModelSettings Labeller { get; set; } = new();

    /// <summary>Section <c>Judge</c>; what it leaves out is as in <c>LanguageModel</c>.</summary>
    public LanguageModelSettings Judge { get; set; } = new();

    /// <summary>Section <c>AnswerCache</c>.</summary>
    public AnswerCacheSettings Cache { get; set; } = new();

    /// <summary>Section <c>Embedding</c>, over <c>LanguageModel</c>; null where no model for embeddings is named.</summary>
    public EmbeddingSettings? Embedding { get; set; }

    /// <summary>What is wrong with the settings, a line each.</summary>
    internal IReadOnlyList<string> Problems { get; set; } = [];
}
