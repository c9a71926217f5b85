namespace DialInsight.Pseudonyms.Scanning;

/// <summary>Traditional characters as the Simplified ones of the word lists.</summary>
internal static class Traditional
{
    /// <summary>The block's first character.</summary>
    public const char First = '\u4E00';

    /// <summary>The block's last character.</summary>
    public const char Last = '\u9FFF';

    // A table over the block: the pass over a text asks it for every character.
    private static readonly char[] s_simplified = new char[Last - First + 1];
    private static readonly char[] s_traditional = new char[Last - First + 1];

    static Traditional()
    {
        foreach (string pair in WordLists.Words("traditional.txt"))
        {
            if (s_simplified[pair[0] - First] == 0)
                s_simplified[pair[0] - First] = pair[1];
            if (s_traditional[pair[1] - First] == 0)
                s_traditional[pair[1] - First] = pair[0];
        }
    }

    public static char ToSimplified(char character) => At(s_simplified, character) is var simplified and not '\0' ? simplified : character;

    public static char ToTraditional(char character) => At(s_traditional, character) is var traditional and not '\0' ? traditional : character;

    /// <summary>Whether a character is one that Simplified writing does not use.</summary>
    public static bool IsTraditional(char character) => At(s_simplified, character) != '\0';

    private static char At(char[] table, char character) => character is >= First and <= Last ? table[character - First] : '\0';
}
