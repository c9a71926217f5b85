using DialInsight.Contracts.PromptAssembly;

namespace DialInsight.LanguageModels.Offline.Seeding;

/// <summary>
/// A small grammar of instructions: frames with slots for scenario, speakers, topics, focus and constraint
/// (<c>{scenario} {staff} {customer} {topic} {other} {focus} {constraint}</c>).
/// </summary>
/// <param name="Frames">Sentence frames, per kind of task.</param>
/// <param name="Focus">What the work is directed at, per kind of task.</param>
/// <param name="Constraints">What has to be kept to.</param>
/// <param name="Tails">Sentences that may follow: who the answer is for, what to watch; the empty one leaves the frame alone.</param>
internal sealed record SeedGrammar(IReadOnlyDictionary<TaskKind, string[]> Frames, IReadOnlyDictionary<TaskKind, string[]> Focus, string[] Constraints, string[] Tails)
{
    /// <summary>The grammar of a language.</summary>
    public static SeedGrammar Of(string language) => language == "zh" ? ChineseGrammar.Grammar : EnglishGrammar.Grammar;
}
