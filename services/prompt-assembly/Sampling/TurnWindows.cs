using DialInsight.Contracts.PromptAssembly;

namespace DialInsight.PromptAssembly.Sampling;

/// <summary>Cuts long dialogues into windows of whole turns.</summary>
public static class TurnWindows
{
    /// <summary>The windows, in order. Each holds as many turns as fit, at least one, and repeats some of the window before it, so that what is said across
    /// a cut is in one of them. A dialogue that fits has none.</summary>
    /// <param name="tokens">The tokens of each turn.</param>
    /// <param name="most">The most tokens of a window. A single turn that has more is a window of its own.</param>
    /// <param name="overlap">How many turns are repeated; fewer where they would leave no room for new ones.</param>
    public static IReadOnlyList<TurnWindow> Cut(IReadOnlyList<int> tokens, int most, int overlap)
    {
        if (tokens.Sum() <= most)
            return [];

        List<TurnWindow> windows = [];
        int end = 0;
        while (end < tokens.Count)
        {
            int first = FirstOf(tokens, end, most, overlap);
            int next = end;
            for (int sum = tokens.Skip(first).Take(end - first).Sum(); next < tokens.Count && (next == end || sum + tokens[next] <= most); next++)
                sum += tokens[next];
            windows.Add(new TurnWindow(first, next - first, tokens.Count, end - first));
            end = next;
        }

        return windows;
    }

    /// <summary>Where a window begins whose first new turn is <paramref name="end"/>: so many turns before as leave room for that one.</summary>
    private static int FirstOf(IReadOnlyList<int> tokens, int end, int most, int overlap)
    {
        int first = end;
        for (int sum = tokens[end]; first > 0 && end - first < overlap && sum + tokens[first - 1] <= most; first--)
            sum += tokens[first - 1];
        return first;
    }
}
