using DialInsight.Contracts;

namespace DialInsight.Conversations.Cleaning;

/// <summary>The same message of one speaker again and again. A question that is asked again belongs to the conversation, and so do short answers.</summary>
internal static class RepeatedTurns
{
    public const string Id = "repeated-turns";

    private const int Most = 2, FewestLetters = 30, HanWeight = 3;

    /// <summary>Which turns repeat an earlier one, where that stands there three times or more.</summary>
    public static HashSet<int> Of(IReadOnlyList<Turn> turns)
    {
        HashSet<int> repeated = [];
        if (turns.Count <= Most)
            return repeated;
        Dictionary<(string Role, string Text), (int First, int Times)> seen = [];
        foreach (Turn turn in turns)
        {
            if (IsLong(turn.Text))
                seen[(turn.Role, turn.Text.Trim())] = (0, seen.GetValueOrDefault((turn.Role, turn.Text.Trim())).Times + 1);
        }

        HashSet<(string, string)> kept = [];
        for (int index = 0; index < turns.Count; index++)
        {
            (string, string) key = (turns[index].Role, turns[index].Text.Trim());
            if (seen.TryGetValue(key, out (int, int Times) same) && same.Times > Most && !kept.Add(key))
                repeated.Add(index);
        }

        return repeated;
    }

    private static bool IsLong(string text)
    {
        if (text.Length * HanWeight < FewestLetters || text.AsSpan().TrimEnd() is [.., '?' or '？' or '吗' or '嗎' or '呢'])
            return false;
        return text.Sum(letter => letter >= '\u2E80' ? HanWeight : char.IsLetterOrDigit(letter) ? 1 : 0) >= FewestLetters;
    }
}
