using DialInsight.Client.Transcripts;
using DialInsight.Ingest.Transcripts;

namespace DialInsight.Ingest.Statistics;

/// <summary>Adds transcripts up, one after another.</summary>
internal sealed class TranscriptSums
{
    private readonly NameCounts _domains = new(), _scenarios = new(), _channels = new(), _languages = new(), _scripts = new(), _sources = new();
    private readonly NameCounts _pseudonyms = new(), _cleaned = new(), _coherence = new();
    private readonly LengthSums _turns = new(), _characters = new();
    private long _transcripts;

    /// <summary>Adds one.</summary>
    public void Add(TranscriptFigures transcript)
    {
        _transcripts++;
        _domains.Add(transcript.Domain);
        _scenarios.Add(transcript.Scenario);
        _channels.Add(transcript.Channel);
        _languages.Add(transcript.Language);
        if (transcript.Script is { } script)
            _scripts.Add(script);
        _sources.Add(transcript.Source);
        _turns.Add(transcript.Turns.Turns);
        _characters.Add(transcript.Turns.Characters);
        _pseudonyms.Add(transcript.Pseudonyms);
        _cleaned.Add(transcript.Cleaned);
        foreach (string reason in transcript.Coherence ?? [])
            _coherence.Add(reason);
    }

    /// <summary>The sums.</summary>
    /// <param name="duplicates">Records that were not kept, by kind.</param>
    public TranscriptStatistics ToStatistics(IReadOnlyDictionary<string, long> duplicates) => new(
        _transcripts,
        _domains.ToCounts(),
        _scenarios.ToCounts(),
        _channels.ToCounts(),
        _languages.ToCounts(),
        _scripts.ToCounts(),
        _sources.ToCounts(),
        _turns.ToStatistics(),
        _characters.ToStatistics(),
        _pseudonyms.ToCounts(),
        _cleaned.ToCounts(),
        _coherence.ToCounts(),
        duplicates);
}
