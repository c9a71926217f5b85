namespace DialInsight.LanguageModels.Calls;

/// <summary>Takes off what models put around an answer.</summary>
internal static class WrittenText
{
    private const string Thought = "<think>", ThoughtEnd = "</think>", Fence = "```";

    /// <summary>The answer without the reasoning that some servers leave in front of it and, where JSON was asked for, without a code fence around it.</summary>
    public static string Bare(string text, bool isJson)
    {
        string bare = WithoutThought(text);
        return isJson ? WithoutFence(bare) : bare;
    }

    private static string WithoutThought(string text)
    {
        if (!text.AsSpan().TrimStart().StartsWith(Thought, StringComparison.Ordinal))
            return text;
        int end = text.IndexOf(ThoughtEnd, StringComparison.Ordinal);
        return end < 0 ? text : text[(end + ThoughtEnd.Length)..].TrimStart();
    }

    private static string WithoutFence(string text)
    {
        string trimmed = text.Trim();
        int firstLine = trimmed.IndexOf('\n', StringComparison.Ordinal);
        return trimmed.StartsWith(Fence, StringComparison.Ordinal) && trimmed.EndsWith(Fence, StringComparison.Ordinal) && firstLine > 0 && trimmed.Length - Fence.Length > firstLine
            ? trimmed[(firstLine + 1)..^Fence.Length].Trim()
            : text;
    }
}
