using System.Buffers;

namespace DialInsight.DomainPacks.Cleaning;

/// <summary>Tells a name in a program's message (<c>Mira joined the chat</c>) from what people say in the same words (<c>then my mother joined the chat</c>).</summary>
internal static class SystemName
{
    private const int Longest = 40, MostWords = 5;

    private static readonly SearchValues<char> s_sentence = SearchValues.Create("。！？!?;；，\n");

    // Whoever speaks of people begins with one of these; programs never do.
    private static readonly HashSet<string> s_words = new(StringComparer.OrdinalIgnoreCase)
    {
        "i", "i'm", "i've", "he", "she", "it", "we", "they", "my", "your", "his", "her", "our", "their", "who", "whoever", "someone", "somebody", "nobody", "everyone",
        "everybody", "anyone", "and", "but", "so", "or", "then", "when", "after", "before", "until", "since", "while", "if", "because", "as", "once", "just", "the", "a",
        "an", "that", "this", "these", "those", "have", "has", "had", "is", "was", "were", "did", "do", "does", "not", "no", "yes", "yeah", "ok", "okay", "what", "why",
        "how", "where", "which", "can", "could", "will", "would", "should", "may", "might", "please", "people", "both", "some", "many", "most", "all", "only", "also",
    };

    private const string Han = "我他她它咱谁誰那这這就也都会會刚剛还還又才没沒不是有在把被让讓请請等如因所但而和跟";

    /// <summary>Whether a program would have written this name.</summary>
    public static bool Fits(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> name = text.Trim(" \"'");
        if (name.IsEmpty || name.Length > Longest || name.ContainsAny(s_sentence) || Han.Contains(name[0], StringComparison.Ordinal))
            return false;
        int end = name.IndexOf(' ');
        return name.Count(' ') < MostWords && !s_words.GetAlternateLookup<ReadOnlySpan<char>>().Contains((end < 0 ? name : name[..end]).Trim(",:"));
    }
}
