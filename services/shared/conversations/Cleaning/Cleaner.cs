using System.Runtime.CompilerServices;
using DialInsight.Contracts;
using DialInsight.DomainPacks.Cleaning;
using DialInsight.DomainPacks.Packs;

namespace DialInsight.Conversations.Cleaning;

/// <summary>Takes out of conversations what nobody said, rule by rule in a fixed order. Safe to share between threads.</summary>
internal sealed class Cleaner
{
    public const string EmptyTurns = "empty-turns";

    private const int MostRounds = 8;

    private static readonly ConditionalWeakTable<IDomainPacks, Cleaner> s_ofAll = [];
    private static readonly ConditionalWeakTable<DomainPack, Cleaner> s_ofOne = [];

    private readonly IReadOnlyList<ITextRule> _rules;
    private readonly FillerRule _fillers;
    private readonly HashSet<string> _programs;

    /// <summary>A cleaner with these patterns besides the known ones.</summary>
    public Cleaner(CleaningPatterns more)
    {
        CleaningPatterns patterns = more.IsEmpty ? BuiltInPatterns.All : BuiltInPatterns.All.With(more);
        _rules =
        [
            new HtmlRule(), new ControlCharacterRule(), new TokenRule(patterns.Tokens), new BoilerplateRule(patterns), new AnnotationRule(patterns),
            new AdvertisementRule(patterns), new RepeatedCharacterRule(),
        ];
        _fillers = new FillerRule(patterns);
        _programs = new HashSet<string>(patterns.Speakers, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The cleaner of a pack, or of all where none is named.</summary>
    public static Cleaner For(IDomainPacks packs, DomainPack? pack) =>
        pack is null
            ? s_ofAll.GetValue(packs, static all => new Cleaner(all.All.Aggregate(CleaningPatterns.Empty, (patterns, one) => one.Cleaning.IsEmpty ? patterns : patterns.With(one.Cleaning))))
            : s_ofOne.GetValue(pack, static one => new Cleaner(one.Cleaning));

    /// <summary>The turns without it; the same object where there is none.</summary>
    /// <param name="turns">The turns as they were read.</param>
    /// <param name="fillers">Whether words that fill pauses go too.</param>
    /// <param name="removals">Is told what was removed.</param>
    public IReadOnlyList<Turn> Clean(IReadOnlyList<Turn> turns, bool fillers, Removals removals)
    {
        HashSet<string> programs = ProgramsIn(turns);
        Turn[] cleaned = new Turn[turns.Count];
        bool isChanged = false;
        for (int index = 0; index < turns.Count; index++)
        {
            removals.Turn = index;
            cleaned[index] = Clean(turns[index], programs, fillers, removals);
            isChanged |= !ReferenceEquals(cleaned[index], turns[index]);
        }

        HashSet<int> repeated = RepeatedTurns.Of(cleaned);
        return isChanged || repeated.Count > 0 || cleaned.Any(turn => string.IsNullOrWhiteSpace(turn.Text)) ? Rest(turns, cleaned, repeated, removals) : turns;
    }

    private Turn Clean(Turn turn, HashSet<string> programs, bool fillers, Removals removals)
    {
        if (programs.Contains(turn.Role))
        {
            removals.Add(BoilerplateRule.Id, turn.Text);
            return turn with { Text = "" };
        }

        string text = turn.Text, before;
        int round = 0;
        do
        {
            // What one rule takes out may leave a line, a run or a mark of another's.
            before = text;
            foreach (ITextRule rule in _rules)
                text = rule.Apply(text, removals);
            if (fillers)
                text = _fillers.Apply(text, removals);
        }
        while (text != before && ++round < MostRounds);
        return ReferenceEquals(text, turn.Text) ? turn : turn with { Text = text };
    }

    private static List<Turn> Rest(IReadOnlyList<Turn> turns, Turn[] cleaned, HashSet<int> repeated, Removals removals)
    {
        List<Turn> rest = new(cleaned.Length);
        for (int index = 0; index < cleaned.Length; index++)
        {
            removals.Turn = index;
            if (repeated.Contains(index))
                removals.Add(RepeatedTurns.Id, turns[index].Text);
            else if (!cleaned[index].Text.EnumerateRunes().Any(letter => !System.Text.Rune.IsWhiteSpace(letter)))
                removals.Add(EmptyTurns, "");
            else
                rest.Add(cleaned[index]);
        }

        return rest;
    }

    /// <summary>The speakers that are programs. Where fewer than two others speak, what is called the system is one of the two.</summary>
    private HashSet<string> ProgramsIn(IReadOnlyList<Turn> turns)
    {
        HashSet<string> roles = [.. turns.Select(turn => turn.Role)];
        HashSet<string> programs = [.. roles.Where(role => _programs.Contains(TextPattern.Fold(role).Trim()))];
        return roles.Count - programs.Count >= 2 ? programs : [];
    }
}
