using DialInsight.Contracts;
using DialInsight.Conversations.Cleaning;
using DialInsight.DomainPacks.Cleaning;

namespace DialInsight.Conversations.Tests.Fixtures;

/// <summary>What cleaning makes of texts.</summary>
internal static class Cleaned
{
    private static readonly Cleaner s_cleaner = new(CleaningPatterns.Empty);

    /// <summary>One text among others of another speaker; empty where the turn is gone.</summary>
    public static string Text(string text, bool fillers = false) =>
        Turns([new("a", "Good morning."), new("b", text), new("a", "Good bye.")], fillers).Turns.FirstOrDefault(turn => turn.Role == "b")?.Text ?? "";

    /// <summary>What becomes of turns.</summary>
    public static (IReadOnlyList<Turn> Turns, IReadOnlyDictionary<string, int> Counts) Turns(IReadOnlyList<Turn> turns, bool fillers = false, Cleaner? cleaner = null)
    {
        var removals = new Removals(keepWords: false);
        return ((cleaner ?? s_cleaner).Clean(turns, fillers, removals), removals.Counts);
    }

    /// <summary>Checks that a rule, and no other, takes a text to this; the empty turn that may result aside.</summary>
    public static void By(string rule, string text, string clean, bool fillers = false)
    {
        (IReadOnlyList<Turn> turns, IReadOnlyDictionary<string, int> counts) = Turns([new("a", "Good morning."), new("b", text), new("a", "Good bye.")], fillers);
        Assert.Equal(clean, turns.FirstOrDefault(turn => turn.Role == "b")?.Text ?? "");
        Assert.Equal([rule], counts.Keys.Where(key => key != Cleaner.EmptyTurns));
    }

    /// <summary>Checks that a text stays as it is.</summary>
    public static void Keeps(string text, bool fillers = false)
    {
        (IReadOnlyList<Turn> turns, IReadOnlyDictionary<string, int> counts) = Turns([new("a", "Good morning."), new("b", text), new("a", "Good bye.")], fillers);
        Assert.Equal(text, turns[1].Text);
        Assert.Empty(counts);
    }
}
