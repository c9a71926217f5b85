using DialInsight.LanguageModels.Facts;
using DialInsight.LanguageModels.Offline.Facets;
using DialInsight.LanguageModels.Offline.Labels;
using DialInsight.LanguageModels.Offline.Reading;

namespace DialInsight.LanguageModels.Offline.Seeding;

/// <summary>What a scenario and one of its dialogues give to the slots of a frame.</summary>
internal sealed class SeedSlots
{
    private readonly bool _chinese;
    private readonly string _scenario;
    private readonly string _staff;
    private readonly string _customer;
    private readonly List<string> _topics;
    private readonly List<string> _numbers;

    public SeedSlots(SeedFacts facts)
    {
        Dialogue dialogue = Dialogue.Read(facts.Dialogue, facts.Pack, facts.Language);
        _chinese = dialogue.Chinese;
        string title = facts.Scenario.Title.Languages.Contains(facts.Language) ? facts.Scenario.Title[facts.Language] : facts.Scenario.Id;
        _scenario = _chinese ? title : title.ToLowerInvariant();
        _staff = Name(dialogue.NameOf(Side.Staff), _chinese ? "工作人员" : "agent");
        _customer = Name(dialogue.NameOf(Side.Customer), _chinese ? "客户" : "customer");
        _topics = Topics.Of(dialogue, facts.Scenario, 8);
        foreach (Facet facet in DiscourseFacets.All)
        {
            if (_topics.Count < 4)
                _topics.Add(facet.Title(facts.Language));
        }

        _numbers = [.. dialogue.Sentences.Select(sentence => BusinessFacets.Price.ValueIn(sentence.Text) ?? BusinessFacets.Time.ValueIn(sentence.Text)).OfType<string>().Distinct().Take(6)];
        Key = $"{facts.TaskType.Id}/{facts.Scenario.Id}/{dialogue.Key}";
    }

    /// <summary>What tells this dialogue and task from others.</summary>
    public string Key { get; }

    /// <summary>Whether a number was said that a constraint can name.</summary>
    public bool HasNumbers => _numbers.Count > 0;

    /// <summary>Fills a frame; the choice among topics and numbers goes by <paramref name="turn"/>.</summary>
    public string Fill(string frame, string focus, string constraint, ulong turn)
    {
        int topic = (int)(turn % (ulong)_topics.Count);
        int other = (topic + 1 + (int)(turn / 7 % (ulong)(_topics.Count - 1))) % _topics.Count;
        string number = HasNumbers ? _numbers[(int)(turn / 3 % (ulong)_numbers.Count)] : "";
        string text = frame.Replace("{focus}", focus, StringComparison.Ordinal).Replace("{constraint}", constraint, StringComparison.Ordinal)
            .Replace("{scenario}", _scenario, StringComparison.Ordinal).Replace("{staff}", _staff, StringComparison.Ordinal).Replace("{customer}", _customer, StringComparison.Ordinal)
            .Replace("{topic}", _topics[topic], StringComparison.Ordinal).Replace("{other}", _topics[other], StringComparison.Ordinal).Replace("{number}", number, StringComparison.Ordinal);
        return char.ToUpperInvariant(text[0]) + text[1..];
    }

    private string Name(string? name, string otherwise) => name ?? (_chinese ? otherwise : "the " + otherwise);
}
