namespace DialInsight.Datasets.Page;

/// <summary>Cuts texts for pages.</summary>
public static class Excerpt
{
    /// <summary>The text, or its beginning and an ellipsis; never half a character.</summary>
    public static string Of(string text, int most)
    {
        if (text.Length <= most)
            return text;
        int end = char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
        return string.Concat(text.AsSpan(0, end), "…");
    }
}
