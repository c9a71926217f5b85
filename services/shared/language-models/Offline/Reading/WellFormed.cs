using System.Text;
using DialInsight.Contracts;

namespace DialInsight.LanguageModels.Offline.Reading;

/// <summary>Texts without halves of surrogate pairs, which no JSON can hold: U+FFFD stands in their place.</summary>
internal static class WellFormed
{
    /// <summary>The text, unchanged where nothing is wrong with it.</summary>
    public static string Text(string text) =>
        text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff') < 0 ? text : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    /// <summary>The turns with well-formed texts and roles.</summary>
    public static IReadOnlyList<Turn> Turns(IReadOnlyList<Turn> turns) =>
        turns.All(turn => ReferenceEquals(Text(turn.Text), turn.Text) && ReferenceEquals(Text(turn.Role), turn.Role))
            ? turns
            : [.. turns.Select(turn => turn with { Text = Text(turn.Text), Role = Text(turn.Role) })];
}
