namespace DialInsight.LanguageModels.Settings;

/// <summary>How much is kept of what models answered: the section <c>AnswerCache</c>.</summary>
public sealed record AnswerCacheSettings
{
    /// <summary>The most answers that are kept; the oldest go first. Default 1,000,000, a few gigabytes.</summary>
    public int MaximumEntries { get; init; } = 1_000_000;

    /// <summary>How long an answer is kept, in days; null is for ever.</summary>
    public int? MaximumAgeDays { get; init; }
}
