using System.Collections.Concurrent;

namespace DialInsight.LanguageModels.Calls;

/// <summary>How many tokens answers have had so far, by purpose, so that a limit on tokens reckons with them before they are written.</summary>
internal sealed class OutputGuess
{
    private readonly ConcurrentDictionary<string, double> _means = new(StringComparer.Ordinal);

    /// <summary>About how many tokens the next answer will have; 0 before the first.</summary>
    public long Of(string purpose) => (long)_means.GetValueOrDefault(purpose);

    /// <summary>An answer had so many.</summary>
    public void Note(string purpose, long? tokens)
    {
        if (tokens is { } count)
            _means.AddOrUpdate(purpose, static (_, first) => first, static (_, mean, next) => mean + ((next - mean) * 0.1), (double)count);
    }
}
