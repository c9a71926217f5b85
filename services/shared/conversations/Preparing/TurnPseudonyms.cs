using System.Text;
using DialInsight.Contracts;
using DialInsight.Conversations.Normalising;
using DialInsight.DomainPacks.Dialogues;
using DialInsight.DomainPacks.Packs;
using DialInsight.Pseudonyms;

namespace DialInsight.Conversations.Preparing;

/// <summary>A conversation's turns with surrogates in the place of personal data, also in the labels of speakers.</summary>
internal sealed class TurnPseudonyms
{
    private readonly Dictionary<string, string> _labels;

    /// <summary>Replaces what is personal. Labels of speakers that are no roles of the pack may be names too.</summary>
    public TurnPseudonyms(Pseudonymiser pseudonymiser, IReadOnlyList<Turn> turns, string language, DomainPack? pack)
    {
        string[] labels = [.. turns.Select(turn => turn.Role).Distinct().Where(role => RoleMap.Find(pack, role) is null)];
        IReadOnlyList<PseudonymisedText> replaced = pseudonymiser.ForConversation(language).Replace([.. labels, .. turns.Select(turn => Normaliser.InOneLine(turn.Text))]);
        _labels = labels.Select((label, index) => (label, replaced[index].Text)).ToDictionary(pair => pair.label, pair => pair.Text);
        Spans = [.. replaced.Skip(labels.Length).Select(text => text.Spans)];
        Turns = [.. turns.Select((turn, index) => new Turn(_labels.GetValueOrDefault(turn.Role, turn.Role), InLines(turn.Text, replaced[labels.Length + index]), turn.At))];
    }

    /// <summary>The turns.</summary>
    public IReadOnlyList<Turn> Turns { get; }

    /// <summary>What was replaced in each turn's text.</summary>
    public IReadOnlyList<IReadOnlyList<ReplacedSpan>> Spans { get; }

    /// <summary>The labels that are no roles, as they are kept.</summary>
    public IEnumerable<string> Labels => _labels.Values;

    /// <summary>What was replaced in a text that was read as one line, with its line breaks: a number that goes on in the next line is found, and the lines are kept.</summary>
    private static string InLines(string text, PseudonymisedText replaced)
    {
        if (!text.Contains('\n', StringComparison.Ordinal))
            return replaced.Text;

        Rune[] runes = [.. text.EnumerateRunes()];
        var lines = new StringBuilder(text.Length);
        int at = 0;
        foreach (ReplacedSpan span in replaced.Spans)
        {
            Append(lines, runes.AsSpan(at..span.Start));
            lines.Append(span.Surrogate);
            at = span.End;
        }

        Append(lines, runes.AsSpan(at..));
        return lines.ToString();
    }

    private static void Append(StringBuilder text, ReadOnlySpan<Rune> runes)
    {
        foreach (Rune rune in runes)
            text.Append(rune);
    }

    /// <summary>How many there are of each type.</summary>
    public IReadOnlyDictionary<string, int> Counts()
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (ReplacedSpan span in Spans.SelectMany(spans => spans))
            counts[span.Type.ToName()] = counts.GetValueOrDefault(span.Type.ToName()) + 1;
        return counts;
    }
}
