using System.Text.RegularExpressions;

namespace DialInsight.ScriptedModel;

/// <summary>A script being played: finds the rule of a call and counts the calls that each rule matched.</summary>
internal sealed class Playbook(ModelScript script)
{
    private readonly Entry[] _entries = [.. script.Rules.Select(rule => new Entry(rule))];

    /// <summary>The script.</summary>
    public ModelScript Script => script;

    /// <summary>The rule that decides the call, or null.</summary>
    public ScriptRule? Find(ChatRequest request, int inFlight)
    {
        for (int i = 0; i < _entries.Length; i++)
        {
            if (_entries[i].Takes(request, inFlight) && (_entries[i].Rule.Rate >= 1 || Chance.Draw(script.Seed, request.Number, i + 1) < _entries[i].Rule.Rate))
                return _entries[i].Rule;
        }

        return null;
    }

    /// <summary>How long the call takes.</summary>
    public TimeSpan Latency(ChatRequest request, ScriptRule? rule)
    {
        double spread = script.LatencySpreadMilliseconds == 0 ? 0 : Math.Min(10, -Math.Log(1 - Chance.Draw(script.Seed, request.Number, 0)));
        return TimeSpan.FromMilliseconds(script.LatencyMilliseconds + (rule?.LatencyMilliseconds ?? 0) + (spread * script.LatencySpreadMilliseconds));
    }

    private sealed class Entry(ScriptRule rule)
    {
        private readonly Regex? _matches = rule.Matches is null ? null : new Regex(rule.Matches, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        private int _count;

        public ScriptRule Rule => rule;

        public bool Takes(ChatRequest request, int inFlight)
        {
            if (inFlight <= (rule.InFlightAbove ?? -1))
                return false;
            if (rule.BySchema is { } bySchema && bySchema != request.Schema.HasValue)
                return false;
            if (_matches is not null && !request.Messages.Any(message => _matches.IsMatch(message.Text)))
                return false;
            int nth = Interlocked.Increment(ref _count);
            return nth >= rule.From && nth <= (rule.Until ?? int.MaxValue);
        }
    }
}
