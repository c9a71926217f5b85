using System.Text.Json;
using DialInsight.Conversations.Cleaning;
using DialInsight.Conversations.Preparing;

namespace DialInsight.Cli.Previewing;

/// <summary>What files hold, added up.</summary>
internal sealed class PreviewSums
{
    // Enough to see what a rule does; the rest is counted.
    private const int Examples = 3, MostNotes = 50;

    public long Files { get; private set; }

    public long Records => Kept + Refused;

    public long Kept { get; private set; }

    public long Refused { get; private set; }

    public long Turns { get; private set; }

    public SortedDictionary<string, long> Formats { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, long> Encodings { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, long> Languages { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, long> Scenarios { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, long> Pseudonyms { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, long> Cleaned { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, long> Coherence { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, long> Notes { get; } = new(StringComparer.Ordinal);

    /// <summary>Some of what each rule removed.</summary>
    public Dictionary<string, List<string>> Removed { get; } = new(StringComparer.Ordinal);

    public void Add(PreviewedRecord record)
    {
        Files = 1;
        if (record.Preparation.Conversation is not { } conversation)
        {
            Refused++;
            return;
        }

        Kept++;
        Turns += conversation.Turns.Count;
        Count(Formats, record.Format is { } format ? JsonNamingPolicy.KebabCaseLower.ConvertName(format.ToString()) : "");
        Count(Encodings, conversation.Encoding ?? "UTF-8");
        Count(Languages, conversation.Script ?? conversation.Language);
        Count(Scenarios, conversation.Domain is null ? conversation.Scenario : $"{conversation.Domain}/{conversation.Scenario}");
        foreach ((string type, int count) in conversation.Pseudonyms)
            Count(Pseudonyms, type, count);
        foreach ((string rule, int count) in conversation.Cleaned)
            Count(Cleaned, rule, count);
        foreach (string reason in conversation.Coherence)
            Count(Coherence, reason);
        foreach (PreparationNote note in record.Preparation.Notes.Where(note => Notes.Count < MostNotes || Notes.ContainsKey(Text(note))))
            Count(Notes, Text(note));
        foreach (RemovedText removed in record.Preparation.Removed)
            Example(removed.Rule, removed.Text);
    }

    public void Add(PreviewSums more)
    {
        Files += Math.Max(1, more.Files);
        Kept += more.Kept;
        Refused += more.Refused;
        Turns += more.Turns;
        foreach ((SortedDictionary<string, long> mine, SortedDictionary<string, long> theirs) in new[]
        {
            (Formats, more.Formats), (Encodings, more.Encodings), (Languages, more.Languages), (Scenarios, more.Scenarios), (Pseudonyms, more.Pseudonyms), (Cleaned, more.Cleaned),
            (Coherence, more.Coherence), (Notes, more.Notes),
        })
        {
            foreach ((string name, long count) in theirs)
                Count(mine, name, count);
        }

        foreach ((string rule, List<string> texts) in more.Removed)
            texts.ForEach(text => Example(rule, text));
    }

    private void Example(string rule, string text)
    {
        if (!Removed.TryGetValue(rule, out List<string>? examples))
            Removed[rule] = examples = [];
        if (examples.Count < Examples && text.Length > 0 && !examples.Contains(text))
            examples.Add(text);
    }

    private static string Text(PreparationNote note) => $"{note.Kind}: {note.Value}";

    private static void Count(SortedDictionary<string, long> counts, string name, long count = 1) => counts[name] = counts.GetValueOrDefault(name) + count;
}
