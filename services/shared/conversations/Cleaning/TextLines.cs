namespace DialInsight.Conversations.Cleaning;

/// <summary>A text's lines.</summary>
internal static class TextLines
{
    /// <summary>The text with each line changed; the same object where none is.</summary>
    public static string Each(string text, Func<string, string> change)
    {
        if (!text.Contains('\n', StringComparison.Ordinal))
            return change(text);

        string[] lines = text.Split('\n');
        bool isChanged = false;
        for (int index = 0; index < lines.Length; index++)
        {
            string changed = change(lines[index]);
            isChanged |= !ReferenceEquals(changed, lines[index]);
            lines[index] = changed;
        }

        return isChanged ? string.Join('\n', lines) : text;
    }
}
