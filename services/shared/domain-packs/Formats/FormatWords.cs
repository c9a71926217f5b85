using DialInsight.Contracts.PromptAssembly;

namespace DialInsight.DomainPacks.Formats;

/// <summary>The words that formats and errors are told with, in one language.</summary>
internal abstract class FormatWords
{
    private static readonly FormatWords Chinese = new ChineseFormatWords();
    private static readonly FormatWords English = new EnglishFormatWords();

    /// <summary>The words of a language: Chinese for <c>zh</c>, else English.</summary>
    public static FormatWords In(string language) => language == "zh" ? Chinese : English;

    /// <summary>What the answer is as a whole.</summary>
    public abstract string Lead(OutputFormat format);

    /// <summary>One field or column.</summary>
    public abstract string Field(FormatField field, OutputFormatKind kind);

    /// <summary>What holds for every field; empty where nothing does.</summary>
    public abstract string Close(OutputFormat format);

    /// <summary>An error in words.</summary>
    public abstract string Error(AnswerErrorKind kind, string field, string detail);

    /// <summary>A type, as errors name it.</summary>
    public abstract string Type(FormatFieldType type);

    /// <summary>Why an answer is in none of the shapes.</summary>
    public abstract string Shape(OutputFormatKind kind);

    /// <summary>A value that an error quotes: short, on one line.</summary>
    protected static string Excerpt(string value)
    {
        string line = value.ReplaceLineEndings(" ");
        return line.Length <= 60 ? line : string.Concat(line.AsSpan(0, char.IsHighSurrogate(line[59]) ? 59 : 60), "…");
    }
}
