using DialInsight.Pseudonyms.Scanning;

namespace DialInsight.Pseudonyms.Names;

/// <summary>The traits of words, in one table that is asked once a word. Words stand in it by a hash of 64 bits, so that it is small and asking takes no string.</summary>
internal static class EnglishLexicon
{
    private const int Slots = 1 << 19;
    private static readonly ulong[] s_keys = new ulong[Slots];
    private static readonly WordTraits[] s_traits = new WordTraits[Slots];

    static EnglishLexicon()
    {
        foreach (string line in WordLists.Lines("en-lexicon.txt.gz").Concat(WordLists.Lines("en-world-names.txt.gz")))
        {
            int blank = line.IndexOf(' ', StringComparison.Ordinal);
            WordTraits traits = Parse(line.AsSpan(0, blank));
            foreach (Range range in line.AsSpan(blank + 1).Split(' '))
                Add(line.AsSpan(blank + 1)[range], traits);
        }

        Add("en-first-male.txt", WordTraits.First | WordTraits.UsualFirst);
        Add("en-first-female.txt", WordTraits.First | WordTraits.UsualFirst);
        Add("en-last.txt", WordTraits.Last);
        Add("en-ambiguous-first.txt", WordTraits.Ambiguous | WordTraits.First | WordTraits.UsualFirst);
        Add("en-not-names.txt", WordTraits.NoName);
        Add("en-places.txt", WordTraits.Place);
        Add("en-brands.txt", WordTraits.Place);
        Add("en-titles.txt", WordTraits.Title);
        Add("en-deeds.txt", WordTraits.Deed);
        Add("en-person-cues.txt", WordTraits.PersonCue);
        Add("en-organisations.txt", WordTraits.Organisation);
        Add("en-particles.txt", WordTraits.Particle);
        foreach (string word in (ReadOnlySpan<string>)["a", "an", "my", "this", "that", "your", "our", "his", "her", "their", "some", "any", "every", "each", "no", "which", "these", "those", "its"])
            Add(word, WordTraits.Determiner);
        foreach (string word in (ReadOnlySpan<string>)["in", "at", "on", "via", "near", "into", "around", "inside", "outside", "across", "towards", "toward", "throughout", "through", "within"])
            Add(word, WordTraits.PlaceCue);
        foreach (string word in (ReadOnlySpan<string>)["is", "was", "has", "had", "will", "would", "can", "could", "should", "does", "did", "isn't", "wasn't", "hasn't", "won't", "doesn't", "didn't", "just", "also", "never", "always"])
            Add(word, WordTraits.Auxiliary);
        foreach (string word in (ReadOnlySpan<string>)["flew", "fly", "flying", "flights", "flight", "went", "go", "going", "gone", "came", "coming", "moved", "move", "moving", "drove", "drive", "driving", "returned", "return", "returning", "travel", "travelled", "traveled", "travelling", "trip", "shipped", "ship", "ships", "walk", "walked", "train", "bus", "originally", "commute", "arrived", "departed", "relocated", "visit", "back", "delivered", "deliver", "miles", "km", "hours", "minutes", "route", "road", "way"])
            Add(word, WordTraits.Journey);
        foreach (string word in Numbers.DateReader.Months)
            Add(word, WordTraits.Month);
        foreach (string word in Introductions.LastWords)
            Add(word, WordTraits.Introduction);
    }

    /// <summary>The traits of a word in lower case.</summary>
    public static WordTraits Of(ReadOnlySpan<char> lower)
    {
        ulong key = Hash(lower);
        for (int slot = Slot(key); s_keys[slot] != 0; slot = (slot + 1) % Slots)
        {
            if (s_keys[slot] == key)
                return s_traits[slot];
        }

        return WordTraits.None;
    }

    private static void Add(string list, WordTraits traits)
    {
        if (!list.EndsWith(".txt", StringComparison.Ordinal))
        {
            Add(list.AsSpan(), traits);
            return;
        }

        foreach (string word in WordLists.Words(list))
            Add(word.AsSpan(), traits);
    }

    private static void Add(ReadOnlySpan<char> word, WordTraits traits)
    {
        ulong key = Hash(word);
        int slot = Slot(key);
        while (s_keys[slot] != 0 && s_keys[slot] != key)
            slot = (slot + 1) % Slots;
        s_keys[slot] = key;
        s_traits[slot] |= traits;
        NameLikeness.Learn(word, traits);
    }

    // The letters that the compressed list marks its words with.
    private static WordTraits Parse(ReadOnlySpan<char> marks)
    {
        WordTraits traits = WordTraits.None;
        foreach (char mark in marks)
        {
            traits |= mark switch
            {
                'f' => WordTraits.First,
                'l' => WordTraits.Last,
                'r' => WordTraits.RareFirst,
                'p' => WordTraits.Proper,
                'u' => WordTraits.Upper,
                '1' => WordTraits.Common,
                '2' => WordTraits.Plain,
                _ => WordTraits.Rare,
            };
        }

        return traits;
    }

    // FNV-1a.
    private static ulong Hash(ReadOnlySpan<char> word)
    {
        ulong hash = 14695981039346656037;
        foreach (char character in word)
            hash = (hash ^ character) * 1099511628211;
        return hash == 0 ? 1 : hash;
    }

    private static int Slot(ulong key) => (int)((key * 0x9E3779B97F4A7C15) >> 45);
}
