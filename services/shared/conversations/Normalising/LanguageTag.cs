namespace DialInsight.Conversations.Normalising;

/// <summary>Languages as records name them (<c>zh-CN</c>, <c>EN</c>), brought to the code that recipes use.</summary>
internal static class LanguageTag
{
    private const int MaximumLength = 8;

    /// <summary>The primary subtag of a BCP 47 tag in lower case; null where there is no such tag, so that the language is detected instead.</summary>
    public static string? Primary(string? tag)
    {
        string primary = tag?.Trim().Split('-', '_')[0].ToLowerInvariant() ?? "";
        return primary.Length is >= 2 and <= MaximumLength && primary.All(char.IsAsciiLetter) ? primary : null;
    }
}
