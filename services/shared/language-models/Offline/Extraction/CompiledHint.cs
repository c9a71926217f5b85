using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using DialInsight.DomainPacks.Packs;
using DialInsight.LanguageModels.Offline.Reading;

namespace DialInsight.LanguageModels.Offline.Extraction;

/// <summary>A pack's hint with its expressions compiled once for as long as the pack lives.</summary>
internal sealed class CompiledHint
{
    private const int MostFindings = 60;
    private static readonly ConditionalWeakTable<FieldHint, CompiledHint> Known = [];
    private readonly Regex[] _patterns;

    private CompiledHint(FieldHint hint)
    {
        _patterns = [.. hint.Patterns.Select(pattern => new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase))];
        Side = hint.Speaker switch { "customer" => Reading.Side.Customer, "staff" => Reading.Side.Staff, _ => null };
        Evidence = hint.Evidence;
    }

    /// <summary>Whose turns are looked at; null is everybody's.</summary>
    public Side? Side { get; }

    /// <summary>Words that speak for a value, by value.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Evidence { get; }

    /// <summary>Whether there are expressions that tell the value.</summary>
    public bool HasPatterns => _patterns.Length > 0;

    /// <summary>The compiled form of a hint.</summary>
    public static CompiledHint Of(FieldHint hint) => Known.GetValue(hint, static made => new CompiledHint(made));

    /// <summary>Whether a speaker's turns are looked at.</summary>
    public bool Hears(Speaker speaker) => Side is null || speaker.Side == Side;

    /// <summary>
    /// The first pattern's match, later turns before earlier ones; null when none matches. Courtesies are passed over as long as something
    /// else matches.
    /// </summary>
    public Finding? Last(Dialogue dialogue)
    {
        Finding? courtesy = null;
        foreach (Regex pattern in _patterns)
        {
            for (int turn = dialogue.Turns.Count - 1; turn >= 0; turn--)
            {
                if (!Hears(dialogue.Speakers[turn]) || Found(turn, pattern.Match(dialogue.Turns[turn].Text)) is not { } finding)
                    continue;
                if (!Cues.Courtesy.In(finding.Value))
                    return finding;
                courtesy ??= finding;
            }
        }

        return courtesy;
    }

    /// <summary>All matches of the first pattern that matches anything, in the order in which they were said.</summary>
    public List<Finding> All(Dialogue dialogue)
    {
        List<Finding> found = [];
        foreach (Regex pattern in _patterns)
        {
            for (int turn = 0; turn < dialogue.Turns.Count && found.Count < MostFindings; turn++)
            {
                if (!Hears(dialogue.Speakers[turn]))
                    continue;
                for (Match match = pattern.Match(dialogue.Turns[turn].Text); match.Success && found.Count < MostFindings; match = match.NextMatch())
                {
                    if (Found(turn, match) is { } finding)
                        found.Add(finding);
                }
            }

            if (found.Count > 0)
                break;
        }

        return found;
    }

    private static Finding? Found(int turn, Match match)
    {
        if (!match.Success)
            return null;
        Group group = match.Groups.Count > 1 && match.Groups[1].Success ? match.Groups[1] : match;
        string value = group.Value.Trim();
        return value.Length == 0 ? null : new Finding(turn, group.Index, value);
    }
}
