using DialInsight.Contracts.PromptAssembly;
using DialInsight.DomainPacks.Packs;
using DialInsight.LanguageModels.Facts;
using DialInsight.LanguageModels.Offline.Reading;

namespace DialInsight.LanguageModels.Offline.Labels;

/// <summary>One label being written: what was asked, the dialogue as read, and which of its sentences have been used so far.</summary>
internal sealed class LabelWork
{
    private const int MostTopics = 3;
    private readonly HashSet<int> _used = [];
    private List<string>? _topics;

    public LabelWork(LabelFacts facts, int draw)
    {
        Assignment = facts.Assignment;
        Draw = draw;
        Pack = facts.Pack;
        Dialogue = Dialogue.Read(facts.Assignment.Turns, facts.Pack, facts.Language);
        Hints = facts.Pack?.Formats.FirstOrDefault(format => format.Format.Id == Assignment.Format.Id && format.Language == facts.Language)?.Hints;
        Scenario = facts.Pack?.Scenarios.FirstOrDefault(scenario => scenario.Id == Assignment.Scenario);
    }

    /// <summary>What was asked.</summary>
    public LabelAssignment Assignment { get; }

    /// <summary>The shape of the answer.</summary>
    public OutputFormat Format => Assignment.Format;

    /// <summary>Which of several independent answers this is.</summary>
    public int Draw { get; }

    /// <summary>The pack, where it is known.</summary>
    public DomainPack? Pack { get; }

    /// <summary>The scenario, where the pack knows it.</summary>
    public Scenario? Scenario { get; }

    /// <summary>The dialogue as read.</summary>
    public Dialogue Dialogue { get; }

    /// <summary>Whether the answer is in Chinese.</summary>
    public bool Chinese => Dialogue.Chinese;

    /// <summary>The pack's hints for the format's fields, by name.</summary>
    public IReadOnlyDictionary<string, FieldHint>? Hints { get; }

    /// <summary>The sentences that decided a choice, most telling first.</summary>
    public List<Sentence> Grounds { get; } = [];

    /// <summary>Up to three things the dialogue is about, the weightiest first.</summary>
    public IReadOnlyList<string> Topics => _topics ??= Labels.Topics.Of(Dialogue, Scenario, MostTopics);

    /// <summary>The value that was chosen for a choice; null before.</summary>
    public string? Verdict { get; set; }

    /// <summary>Whether a sentence stands in the answer already.</summary>
    public bool Used(Sentence sentence) => _used.Contains(sentence.Index);

    /// <summary>Notes that a sentence stands in the answer.</summary>
    public Sentence Use(Sentence sentence)
    {
        _used.Add(sentence.Index);
        return sentence;
    }

    /// <summary>One of several wordings, by dialogue, place and draw.</summary>
    public string Say(int place, params ReadOnlySpan<string> wordings) => wordings[(int)(Variant.Hash(Dialogue.Key, (Draw * 31) + place) % (ulong)wordings.Length)];
}
