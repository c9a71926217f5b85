using DialInsight.Contracts;
using DialInsight.DomainPacks.Dialogues;
using DialInsight.DomainPacks.Packs;
using DialInsight.Pseudonyms;

namespace DialInsight.Conversations.Preparing;

/// <summary>Replaces personal data in a conversation's turns, and in the labels of its speakers.</summary>
internal static class TurnPseudonyms
{
    /// <summary>The turns with surrogates, and how many of each type there are. Labels of speakers that are no roles of the pack may be names too.</summary>
    public static (IReadOnlyList<Turn> Turns, IReadOnlyDictionary<string, int> Counts) Replace(
        Pseudonymiser pseudonymiser, IReadOnlyList<Turn> turns, string language, DomainPack? pack)
    {
        string[] labels = [.. turns.Select(turn => turn.Role).Distinct().Where(role => RoleMap.Find(pack, role) is null)];
        IReadOnlyList<PseudonymisedText> replaced = pseudonymiser.ForConversation(language).Replace([.. labels, .. turns.Select(turn => turn.Text)]);
        Dictionary<string, string> roles = labels.Select((label, index) => (label, replaced[index].Text)).ToDictionary(pair => pair.label, pair => pair.Text);
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (ReplacedSpan span in replaced.Skip(labels.Length).SelectMany(text => text.Spans))
            counts[span.Type.ToName()] = counts.GetValueOrDefault(span.Type.ToName()) + 1;
        return ([.. turns.Select((turn, index) => new Turn(roles.GetValueOrDefault(turn.Role, turn.Role), replaced[labels.Length + index].Text, turn.At))], counts);
    }
}
