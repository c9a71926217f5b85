using System.Collections.Concurrent;
using DialInsight.InstructionEvolution.Instructions;
using DialInsight.Storage;

namespace DialInsight.InstructionEvolution.Seeding;

/// <summary>
/// Finds the instructions that a text is too similar to, among all of a domain and language. An index in memory narrows down whom to compare with: filled from
/// the store at first, and later with what came since. What an instruction is by now, the store says.
/// </summary>
internal sealed class InstructionIndex(InstructionEvolutionStore store)
{
    private const int ReadAtOnce = 20;

    /// <summary>How far the clocks of replicas may differ.</summary>
    private static readonly TimeSpan s_slack = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(string Domain, string Language), LanguageIndex> _indexes = new();

    /// <summary>The instruction most similar to a text, of those with a ROUGE-L F of <paramref name="minimum"/> or more that <paramref name="counts"/>; null where there is none.</summary>
    public async Task<InstructionDocument?> FindAsync(
        string domain, string language, string text, double minimum, Predicate<InstructionDocument> counts, CancellationToken cancellationToken)
    {
        foreach (string[] some in Of(domain, language).Similar(text, minimum).Chunk(ReadAtOnce))
        {
            Dictionary<string, InstructionDocument> found = (await store.Instructions.FindManyAsync(some, cancellationToken))
                .ToDictionary(item => item.Document.Id, item => item.Document);
            if (some.FirstOrDefault(id => found.TryGetValue(id, out InstructionDocument? known) && counts(known)) is { } similar)
                return found[similar];
        }

        return null;
    }

    /// <summary>Reads what came since it was last asked to.</summary>
    public async Task CatchUpAsync(string domain, string language, CancellationToken cancellationToken)
    {
        LanguageIndex index = Of(domain, language);
        await index.Turn.WaitAsync(cancellationToken);
        try
        {
            Query query = Query.All.Where("domain", domain).Where("language", language).OrderBy("createdAt");
            if (index.ReadTo is { } readTo)
                query = query.From("createdAt", readTo - s_slack);
            await foreach (Versioned<InstructionDocument> item in store.Instructions.StreamAsync(query, cancellationToken))
                index.Take(item.Document);
        }
        finally
        {
            index.Turn.Release();
        }
    }

    private LanguageIndex Of(string domain, string language) => _indexes.GetOrAdd((domain, language), static key => new LanguageIndex(key.Language));
}
