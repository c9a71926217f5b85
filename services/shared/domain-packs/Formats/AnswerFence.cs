namespace DialInsight.DomainPacks.Formats;

/// <summary>Models like to put an answer into a Markdown code fence although they were told not to.</summary>
internal static class AnswerFence
{
    private const string Fence = "```";

    /// <summary>The answer, trimmed, and out of the fence that was put around the whole of it.</summary>
    public static string Strip(string answer)
    {
        string trimmed = answer.Trim('\uFEFF', ' ', '\t', '\r', '\n', '\u3000');
        if (!trimmed.StartsWith(Fence, StringComparison.Ordinal) || !trimmed.EndsWith(Fence, StringComparison.Ordinal))
            return trimmed;
        int lineEnd = trimmed.IndexOf('\n', StringComparison.Ordinal);
        int close = trimmed.LastIndexOf(Fence, StringComparison.Ordinal);
        if (lineEnd < 0 || close <= lineEnd)
            return trimmed;
        string inner = trimmed[(lineEnd + 1)..close];
        return inner.Contains(Fence, StringComparison.Ordinal) ? trimmed : inner.Trim();
    }
}
