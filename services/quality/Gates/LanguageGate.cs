using DialInsight.Contracts.PromptAssembly;
using DialInsight.TextAnalysis.Language;

namespace DialInsight.Quality.Gates;

/// <summary>Whether an answer is written in the language it was asked for in.</summary>
internal static class LanguageGate
{
    /// <summary>Fewer letters than this tell nothing: names, model numbers and yes or no are at home in every language.</summary>
    private const int FewestLetters = 12;

    /// <summary>A finding when the answer's own words are plainly of the other language; a mixture passes, as dialogues mix.</summary>
    public static GateFinding? Check(LabelAssignment assignment, string answer)
    {
        string words = AnswerWords.Of(assignment.Format, answer);
        if (words.Count(char.IsLetter) < FewestLetters)
            return null;
        return (assignment.Language, LanguageDetector.Detect(words)) switch
        {
            ("zh", "en") => new GateFinding("language", "回答不是中文"),
            ("en", "zh") => new GateFinding("language", "the answer is not in English"),
            _ => null,
        };
    }
}
