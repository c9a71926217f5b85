using DialInsight.DomainPacks.Packs;
using DialInsight.InstructionEvolution.Evolution;
using DialInsight.InstructionEvolution.Instructions;
using DialInsight.TextAnalysis.Language;

namespace DialInsight.InstructionEvolution.Seeding;

/// <summary>What no model's instruction may be, whatever it says (Self-Instruct, section 2.3, with limits of its own for Chinese).</summary>
internal static class InstructionFilter
{
    private const int FewestWords = 4, MostWords = 150;
    private const int FewestCharacters = 6, MostCharacters = 300;

    /// <summary>Why the text falls, or null. <paramref name="cutOff"/> tells that the model reached its token limit with this text.</summary>
    public static RejectionReason? Check(string text, string language, IReadOnlyList<string> bannedWords, bool cutOff = false)
    {
        if (text.Length > 0 && IsPunctuation(text[0]) && !IsOpeningMark(text[0]))
            return RejectionReason.PunctuationLed;
        if (!InstructionWords.Content(text, language).Any() && !InstructionWords.Content(text, "zh").Any())
            return RejectionReason.NoContent;

        int length = InstructionWords.Length(text, language);
        if (length < (language == "zh" ? FewestCharacters : FewestWords))
            return RejectionReason.TooShort;
        if (length > (language == "zh" ? MostCharacters : MostWords))
            return RejectionReason.TooLong;
        if (cutOff || BreaksOff(text))
            return RejectionReason.Truncated;
        if (Elimination.Leaks(text))
            return RejectionReason.Leak;
        if (LanguageDetector.Detect(text) != language)
            return RejectionReason.WrongLanguage;
        return BannedWords.Find(bannedWords, text) is null ? null : RejectionReason.BannedWord;
    }

    private static bool BreaksOff(string text) =>
        text[^1] is ',' or '，' or '、' or ':' or '：' or ';' or '；' or '…' or '-' or '—' or '(' or '（' or '“' or '《'
        || text.EndsWith("...", StringComparison.Ordinal);

    private static bool IsPunctuation(char character) => char.IsPunctuation(character) || char.IsSymbol(character);

    /// <summary>A quotation or a title may open a sentence.</summary>
    private static bool IsOpeningMark(char character) => character is '“' or '"' or '《' or '「' or '【' or '‘' or '\'';
}
