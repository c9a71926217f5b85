using System.Buffers;
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using DialInsight.Contracts;
using DialInsight.DomainPacks.Folding;
using DialInsight.DomainPacks.Packs;

namespace DialInsight.DomainPacks.Dialogues;

/// <summary>Counts the keywords of a pack's scenarios in a conversation, all of them in one pass.</summary>
internal sealed class KeywordEvidence
{
    private const int MaximumCharacters = 20_000;

    private static readonly ConditionalWeakTable<DomainPack, ConcurrentDictionary<string, KeywordEvidence>> Known = [];

    private readonly Dictionary<char, List<Keyword>> keywords = [];
    private readonly SearchValues<char> initials;
    private readonly int scenarios;
    private readonly int count;

    private KeywordEvidence(DomainPack pack, string language)
    {
        scenarios = pack.Scenarios.Count;
        for (int i = 0; i < scenarios; i++)
        {
            foreach (string word in pack.Scenarios[i].Keywords.GetValueOrDefault(language) ?? [])
            {
                string normal = Normalise(word);
                if (!keywords.TryGetValue(normal[0], out List<Keyword>? same))
                    keywords[normal[0]] = same = [];
                same.Add(new Keyword(normal, i, count++));
            }
        }

        initials = SearchValues.Create([.. keywords.Keys]);
    }

    /// <summary>The evidence of a pack in one language; made once.</summary>
    public static KeywordEvidence Of(DomainPack pack, string language) =>
        Known.GetValue(pack, static _ => new ConcurrentDictionary<string, KeywordEvidence>(StringComparer.Ordinal))
            .GetOrAdd(language, static (wanted, of) => new KeywordEvidence(of, wanted), pack);

    /// <summary>How loud the conversation speaks for each scenario, in the pack's order.</summary>
    public double[] Weigh(IReadOnlyList<Turn> turns)
    {
        double[] evidence = new double[scenarios];
        if (count == 0)
            return evidence;
        int[] times = new int[count];
        int left = MaximumCharacters;
        foreach (Turn turn in turns)
        {
            string text = Normalise(turn.Text.Length > left ? turn.Text[..left] : turn.Text);
            Count(text, times);
            if ((left -= turn.Text.Length) <= 0)
                break;
        }

        foreach (Keyword keyword in keywords.Values.SelectMany(same => same).Where(keyword => times[keyword.Index] > 0))
            evidence[keyword.Scenario] += 1 + Math.Log(times[keyword.Index]);
        return evidence;
    }

    private void Count(string text, int[] times)
    {
        for (int at = 0; at < text.Length; at++)
        {
            int next = text.AsSpan(at).IndexOfAny(initials);
            if (next < 0)
                return;
            at += next;
            if (IsInsideWord(text, at))
                continue;
            foreach (Keyword keyword in keywords[text[at]])
            {
                if (keyword.StandsAt(text, at))
                    times[keyword.Index]++;
            }
        }
    }

    /// <summary>Whether a Latin word goes on here, so that none begins.</summary>
    private static bool IsInsideWord(string text, int at) =>
        at > 0 && char.IsAsciiLetterOrDigit(text[at]) && char.IsAsciiLetterOrDigit(text[at - 1]);

    private static string Normalise(string text) => FoldedText.Of(text).ToLowerInvariant();

    /// <summary>A word, the scenario that it speaks for, and where it is counted.</summary>
    private sealed record Keyword(string Word, int Scenario, int Index)
    {
        /// <summary>Latin words stand alone, but for a plural's s; Chinese ones stand anywhere.</summary>
        public bool StandsAt(string text, int at)
        {
            if (!text.AsSpan(at).StartsWith(Word, StringComparison.Ordinal))
                return false;
            int end = at + Word.Length;
            if (end < text.Length && text[end] == 's' && char.IsAsciiLetterOrDigit(Word[^1]))
                end++;
            return end >= text.Length || !IsInsideWord(text, end);
        }
    }
}
