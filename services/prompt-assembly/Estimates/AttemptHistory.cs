using DialInsight.LanguageModels;
using DialInsight.PromptAssembly.Attempts;
using DialInsight.Storage;

namespace DialInsight.PromptAssembly.Estimates;

/// <summary>What earlier runs came to in a cell: the best there is to expect of the next.</summary>
/// <param name="Settled">How many attempts were settled.</param>
/// <param name="Accepted">How many of them were accepted.</param>
/// <param name="LabelOutput">The mean tokens of a label; null where none was paid for.</param>
/// <param name="JudgeOutput">The mean tokens of a label's verdicts together; null where none was paid for.</param>
internal sealed record AttemptHistory(long Settled, long Accepted, double? LabelOutput, double? JudgeOutput)
{
    private const int Looked = 50;
    private const int Enough = 20;

    /// <summary>What share of attempts is accepted where nothing is known of a cell.</summary>
    private static readonly Range s_unknown = new(1, 1 / 0.95, 1 / 0.6);

    /// <summary>How many requests an accepted sample takes, within two standard errors of the share that was accepted.</summary>
    public Range RequestsPerSample(int attempts)
    {
        Range range = s_unknown;
        if (Settled >= Enough && Accepted > 0)
        {
            double share = (double)Accepted / Settled;
            double doubt = 2 * Math.Sqrt(share * (1 - share) / Settled);
            range = new Range(1 / Math.Min(1, share + doubt), 1 / share, 1 / Math.Max(share - doubt, 0.01));
        }

        return new Range(Math.Min(range.Low, attempts), Math.Min(range.Expected, attempts), Math.Min(range.High, attempts));
    }

    public static async Task<AttemptHistory> ReadAsync(PromptAssemblyStore store, string cellId, CancellationToken cancellationToken)
    {
        Query Of(AttemptState state) => Query.All.Where("tally", AttemptDocument.TallyOf(cellId, state));
        long accepted = await store.Attempts.CountAsync(Of(AttemptState.Accepted), cancellationToken);
        long others = await store.Attempts.CountAsync(Of(AttemptState.Rejected), cancellationToken) + await store.Attempts.CountAsync(Of(AttemptState.Failed), cancellationToken);
        List<AttemptDocument> some = [];
        await foreach (Versioned<AttemptDocument> attempt in store.Attempts.StreamAsync(Of(AttemptState.Accepted).OrderBy("id", descending: true).Take(Looked), cancellationToken))
            some.Add(attempt.Document);

        return new AttemptHistory(
            accepted + others,
            accepted,
            Mean(some, attempt => attempt.LabelSpend.Where(spend => spend.Purpose == ModelPurpose.Label)),
            Mean(some, attempt => attempt.JudgeSpend));
    }

    private static double? Mean(List<AttemptDocument> attempts, Func<AttemptDocument, IEnumerable<Contracts.ModelSpend>> spends)
    {
        // Answers from the cache, and the offline annotator's, have no tokens.
        double[] paid = [.. attempts.Select(attempt => (double)spends(attempt).Sum(spend => spend.OutputTokens)).Where(tokens => tokens > 0)];
        return paid.Length == 0 ? null : paid.Average();
    }
}
