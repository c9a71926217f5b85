using System.Globalization;
using DialInsight.Pseudonyms.Scanning;

namespace DialInsight.Pseudonyms.Names;

/// <summary>How common Chinese words of one to four characters are: the negative logarithm of a word's share of a large text. Keys are packed characters, so that looking one up takes no string.</summary>
internal static class ChineseLexicon
{
    /// <summary>The longest word held.</summary>
    public const int Longest = 4;

    // ln of the words counted: a word that was seen once costs this.
    private const float Once = 17.9f;

    // What a maker or a place that the counted text knows little of costs: less than any name.
    private const float Brand = 10;
    private const int Slots = 1 << 18;
    private static readonly ulong[] s_keys = new ulong[Slots];

    // Infinite for what words only begin with.
    private static readonly float[] s_costs = new float[Slots];
    private static readonly bool[] s_goesOn = new bool[Slots];
    private static readonly float[] s_single = new float[0x10000];

    static ChineseLexicon()
    {
        Array.Fill(s_single, Once);
        foreach (string line in WordLists.Lines("zh-words.txt.gz"))
        {
            int blank = line.IndexOf(' ', StringComparison.Ordinal);
            float cost = Once - (int.Parse(line.AsSpan(0, blank), CultureInfo.InvariantCulture) / 2f);
            foreach (Range word in line.AsSpan(blank + 1).Split(' '))
                Add(line.AsSpan(blank + 1)[word], cost);
        }

        foreach (string brand in WordLists.Words("zh-brands.txt"))
        {
            if (float.IsInfinity(Find(Key(brand)).Cost))
                Add(brand, Brand);
        }
    }

    /// <summary>The cost of a character that stands alone.</summary>
    public static float Single(char character) => s_single[character];

    /// <summary>The cost of a word of two to four characters, infinite where it is none; and whether longer words begin with it.</summary>
    public static (float Cost, bool GoesOn) Find(ulong key)
    {
        int slot = Slot(key);
        return s_keys[slot] != 0 ? (s_costs[slot], s_goesOn[slot]) : (float.PositiveInfinity, false);
    }

    /// <summary>The cost of the word of two to four characters at a place; infinite where there is none, and beyond the ends of the text.</summary>
    public static float CostAt(FoldedText text, int index, int length)
    {
        if (index < 0)
            return float.PositiveInfinity;
        ulong key = 0;
        for (int place = index; place < index + length; place++)
            key = Extend(key, text[place]);
        return Find(key).Cost;
    }

    /// <summary>Whether a word of two to four characters stands at a place.</summary>
    public static bool HasWordAt(FoldedText text, int index, int length) => !float.IsInfinity(CostAt(text, index, length));

    /// <summary>A key with one character more.</summary>
    public static ulong Extend(ulong key, char character) => (key << 16) | character;

    private static ulong Key(ReadOnlySpan<char> word)
    {
        ulong key = 0;
        foreach (char character in word)
            key = Extend(key, character);
        return key;
    }

    private static void Add(ReadOnlySpan<char> word, float cost)
    {
        if (word.Length == 1)
        {
            s_single[word[0]] = cost;
            return;
        }

        for (int length = 2; length < word.Length; length++)
            s_goesOn[Entered(Key(word[..length]))] = true;
        s_costs[Entered(Key(word))] = cost;
    }

    private static int Entered(ulong key)
    {
        int slot = Slot(key);
        if (s_keys[slot] == 0)
            (s_keys[slot], s_costs[slot]) = (key, float.PositiveInfinity);
        return slot;
    }

    // Where a key stands, or would.
    private static int Slot(ulong key)
    {
        int slot = (int)((key * 0x9E3779B97F4A7C15) >> 46);
        while (s_keys[slot] != key && s_keys[slot] != 0)
            slot = (slot + 1) % Slots;
        return slot;
    }
}
