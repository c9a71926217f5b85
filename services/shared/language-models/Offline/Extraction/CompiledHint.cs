using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using DialInsight.DomainPacks.Packs;
using DialInsight.LanguageModels.Offline.Reading;

namespace DialInsight.LanguageModels.Offline.Extraction;

/// <summary>A pack's hint with its expressions compiled once for as long as the pack lives.</summary>
internal sealed class CompiledHint
{
    private static readonly ConditionalWeakTable<FieldHint, CompiledHint> Known = [];
    private readonly Regex[] _patterns;
    private readonly Side? _side;

    private CompiledHint(FieldHint hint)
    {
        _patterns = [.. hint.Patterns.Select(pattern => new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase))];
        _side = hint.Speaker switch { "customer" => Side.Customer, "staff" => Side.Staff, _ => null };
        Evidence = hint.Evidence;
    }

    /// <summary>Words that speak for a value, by value.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Evidence { get; }

    /// <summary>Whether there are expressions that tell the value.</summary>
    public bool HasPatterns => _patterns.Length > 0;

    /// <summary>The compiled form of a hint.</summary>
    public static CompiledHint Of(FieldHint hint) => Known.GetValue(hint, static made => new CompiledHint(made));

    /// <summary>Whether a speaker's turns are looked at.</summary>
    public bool Hears(Speaker speaker) => _side is null || speaker.Side == _side;

    /// <summary>The value of the first pattern that matches, later turns before earlier ones; null when none does.</summary>
    public string? Last(Dialogue dialogue)
    {
        foreach (Regex pattern in _patterns)
        {
            for (int turn = dialogue.Turns.Count - 1; turn >= 0; turn--)
            {
                if (Hears(dialogue.Speakers[turn]) && Value(pattern.Match(dialogue.Turns[turn].Text)) is { } value)
                    return value;
            }
        }

        return null;
    }

    /// <summary>All values, in the order in which they were said, up to a number.</summary>
    public List<string> All(Dialogue dialogue, int most)
    {
        List<(int Turn, int Place, string Value)> found = [];
        foreach (Regex pattern in _patterns)
        {
            for (int turn = 0; turn < dialogue.Turns.Count; turn++)
            {
                if (!Hears(dialogue.Speakers[turn]))
                    continue;
                for (Match match = pattern.Match(dialogue.Turns[turn].Text); match.Success && found.Count < most * 4; match = match.NextMatch())
                {
                    if (Value(match) is { } value && !found.Exists(known => known.Value.Contains(value, StringComparison.OrdinalIgnoreCase)))
                        found.Add((turn, match.Index, value));
                }
            }
        }

        found.Sort();
        return found.Select(entry => entry.Value).Take(most).ToList();
    }

    private static string? Value(Match match)
    {
        if (!match.Success)
            return null;
        string value = (match.Groups.Count > 1 && match.Groups[1].Success ? match.Groups[1].Value : match.Value).Trim();
        return value.Length == 0 ? null : value;
    }
}
