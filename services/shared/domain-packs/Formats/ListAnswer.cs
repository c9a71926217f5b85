using DialInsight.Contracts.PromptAssembly;

namespace DialInsight.DomainPacks.Formats;

/// <summary>An answer that is a list. Canonical: <c>- entry</c> a line. The signs <c>*</c> and <c>•</c> are taken for dashes.</summary>
internal static class ListAnswer
{
    public static string Read(OutputFormat format, string text, AnswerErrors errors)
    {
        List<string> entries = [];
        foreach (string line in text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0))
        {
            if (Entry(line) is not { } entry)
            {
                errors.Add(AnswerErrorKind.NotParsable, "", errors.Words.Shape(format.Kind));
                return text;
            }

            if (entry.Length > 0)
                entries.Add(entry);
            else
                errors.Add(AnswerErrorKind.Empty);
        }

        errors.CheckCount(entries.Count, format.Minimum, format.Maximum);
        return string.Join('\n', entries.Select(entry => $"- {entry}"));
    }

    /// <summary>A sign alone is an entry with nothing in it; a sign without a space begins a word, as in -5.</summary>
    private static string? Entry(string line)
    {
        if (line[0] is not ('-' or '*' or '•'))
            return null;
        return line.Length == 1 ? "" : char.IsWhiteSpace(line[1]) || line[0] == '•' ? line[1..].Trim() : null;
    }
}
