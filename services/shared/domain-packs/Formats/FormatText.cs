using System.Text;
using DialInsight.Contracts.PromptAssembly;

namespace DialInsight.DomainPacks.Formats;

/// <summary>Tells a model, in words, what its answer must look like.</summary>
public static class FormatText
{
    /// <summary>The text for a format: every field with its name, type, choices, and whether it may be null or must be quoted.</summary>
    /// <param name="format">The format.</param>
    /// <param name="language">The language of the text: <c>zh</c>; any other gives English.</param>
    public static string Render(OutputFormat format, string language)
    {
        FormatWords words = FormatWords.In(language);
        StringBuilder text = new(words.Lead(format));
        foreach (FormatField field in format.Fields)
            text.Append('\n').Append(words.Field(field, format.Kind));
        return text.Append(words.Close(format)).ToString();
    }
}
