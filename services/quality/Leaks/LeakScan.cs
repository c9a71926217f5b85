using System.Text;
using DialInsight.Pseudonyms;
using DialInsight.Quality.Releases;

namespace DialInsight.Quality.Leaks;

/// <summary>
/// Repeats the pseudonym rules on what is released. A dialogue's surrogates look like personal data, and may be repeated; what an answer holds that neither the dialogue nor the prompt does is
/// told: a model made it up, or it slipped in by an edit.
/// </summary>
internal sealed class LeakScan
{
    private const int MostSamples = 20;
    private readonly SortedDictionary<string, (long Count, List<string> Samples)> _found = new(StringComparer.Ordinal);

    /// <summary>How many samples hold any.</summary>
    public int Samples { get; private set; }

    /// <summary>What was found, by type.</summary>
    public IReadOnlyList<LeakCount> Found => [.. _found.Select(entry => new LeakCount(entry.Key, entry.Value.Count, entry.Value.Samples))];

    /// <summary>Looks at the next sample.</summary>
    public void Add(ReleasedSample sample)
    {
        IdentifierType[] found = [.. In(sample.Answer, $"{sample.Dialogue}\n{sample.Sample.Assignment.Prompt.Before}\n{sample.Sample.Assignment.Prompt.After}", sample.Sample.Assignment.Language)];
        Samples += found.Length > 0 ? 1 : 0;
        foreach (IdentifierType type in found)
        {
            (long count, List<string> samples) = _found.GetValueOrDefault(type.ToName(), (0, []));
            if (samples.Count < MostSamples && !samples.Contains(sample.Sample.Id))
                samples.Add(sample.Sample.Id);
            _found[type.ToName()] = (count + 1, samples);
        }
    }

    /// <summary>The types of personal data in an answer that its context does not hold, one for each place.</summary>
    public static IEnumerable<IdentifierType> In(string answer, string context, string language)
    {
        IReadOnlyList<IdentifierSpan> spans = Pseudonymiser.Detect(answer, language);
        if (spans.Count == 0)
            yield break;
        Rune[] runes = [.. answer.EnumerateRunes()];
        foreach (IdentifierSpan span in spans)
        {
            string text = string.Concat(runes[span.Start..span.End]);
            if (!context.Contains(text, StringComparison.OrdinalIgnoreCase))
                yield return span.Type;
        }
    }
}

/// <summary>Personal data of a type that answers hold and their dialogues do not.</summary>
/// <param name="Type">The type, such as <c>phone</c>.</param>
/// <param name="Count">How many places.</param>
/// <param name="Samples">Samples with it, the first twenty.</param>
internal sealed record LeakCount(string Type, long Count, IReadOnlyList<string> Samples);
