using DialInsight.DomainPacks.Packs;
using DialInsight.Hosting;
using DialInsight.Hosting.Facts;
using DialInsight.InstructionEvolution.Evolution;
using DialInsight.LanguageModels;
using DialInsight.Storage;

namespace DialInsight.InstructionEvolution.Tuning;

/// <summary>Moves tunings on, text by text. A step that was broken off is repeated: what models answered is cached.</summary>
internal sealed class TuningDriver(
    InstructionEvolutionStore store, OperatorTrial trial, Presence presence, IDomainPacks packs, TimeProvider time, ILogger<TuningDriver> logger)
    : Reconciler(TimeSpan.FromSeconds(1), time, logger)
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(10);
    private readonly TimeProvider _time = time;

    protected override async Task ReconcileAsync(CancellationToken cancellationToken)
    {
        await foreach (Versioned<TuningDocument> tuning in store.Tunings.StreamAsync(Query.All.Where("state", TuningState.Running), cancellationToken))
        {
            Versioned<TuningDocument>? current = await ClaimAsync(tuning, cancellationToken);
            while (current is { Document.State: TuningState.Running } && !(current.Document.NotBefore > _time.GetUtcNow()))
                current = await KeepAsync(current, await StepAsync(current.Document, cancellationToken), cancellationToken);
        }
    }

    private async Task<Versioned<TuningDocument>?> ClaimAsync(Versioned<TuningDocument> tuning, CancellationToken cancellationToken)
    {
        if (tuning.Document.Owner == presence.WriterId)
            return tuning;
        if (tuning.Document.Owner is { } owner && await presence.IsAliveAsync(owner, cancellationToken))
            return null;
        return await KeepAsync(tuning, tuning.Document with { Owner = presence.WriterId }, cancellationToken);
    }

    private async Task<Versioned<TuningDocument>?> KeepAsync(Versioned<TuningDocument> tuning, TuningDocument next, CancellationToken cancellationToken) =>
        await store.Tunings.ReplaceAsync(next, tuning.Version, cancellationToken) ? new Versioned<TuningDocument>(next, tuning.Version + 1) : null;

    private async Task<TuningDocument> StepAsync(TuningDocument tuning, CancellationToken cancellationToken)
    {
        if (CellSubject.Find(packs, tuning.Domain, tuning.Scenario, tuning.TaskType, tuning.Language) is not { } subject)
            return Ended(tuning, "no domain pack here knows its subject any more");
        try
        {
            if (tuning.Versions.Count == 0)
                return tuning with { Versions = [await trial.TryAsync(tuning, subject, await InUseAsync(tuning, subject, cancellationToken), cancellationToken)] };
            OperatorVersion best = tuning.Versions[tuning.Best];
            return tuning.Step < tuning.Steps && best.Failed > 0
                ? await ImproveAsync(tuning, subject, best, cancellationToken)
                : await AdoptAsync(tuning, best, cancellationToken);
        }
        catch (ModelUnavailableException)
        {
            return tuning with { NotBefore = _time.GetUtcNow() + s_pause };
        }
        catch (ModelRefusedRequestException)
        {
            return Ended(tuning, "the optimiser's endpoint refuses the request; the offline annotator cannot optimise");
        }
    }

    private async Task<TuningDocument> ImproveAsync(TuningDocument tuning, CellSubject subject, OperatorVersion best, CancellationToken cancellationToken)
    {
        TuningDocument next = tuning with { Step = tuning.Step + 1, NotBefore = null };
        (string? text, decimal cost) = await trial.ImproveAsync(tuning, subject, best, cancellationToken);
        if (text is null || tuning.Versions.Any(known => known.Method.Text == text))
            return next;

        OperatorMethod method = new(tuning.Operator, text, $"{tuning.Operator}/tuned-{tuning.Id[..8]}-{next.Step}");
        OperatorVersion version = await trial.TryAsync(tuning, subject, method, cancellationToken);
        IReadOnlyList<OperatorVersion> versions = [.. tuning.Versions, version with { Cost = version.Cost + cost }];
        return next with { Versions = versions, Best = version.FailureRate < best.FailureRate ? versions.Count - 1 : tuning.Best };
    }

    /// <summary>Puts the best text to use, where it is another than the one that was in use.</summary>
    private async Task<TuningDocument> AdoptAsync(TuningDocument tuning, OperatorVersion best, CancellationToken cancellationToken)
    {
        if (tuning.Best > 0)
            await store.Methods.UpsertAsync(new AdoptedMethod(tuning.Domain, tuning.Language, best.Method, tuning.Id), cancellationToken);
        return Ended(tuning, problem: null);
    }

    private async Task<OperatorMethod> InUseAsync(TuningDocument tuning, CellSubject subject, CancellationToken cancellationToken)
    {
        string id = $"{AdoptedMethod.PackOf(tuning.Domain, tuning.Language)}|{tuning.Operator}";
        return (await store.Methods.FindAsync(id, cancellationToken))?.Document.Method ?? OperatorMethod.Of(subject, tuning.Operator);
    }

    private TuningDocument Ended(TuningDocument tuning, string? problem) =>
        tuning with { State = TuningState.Completed, Problem = problem, CompletedAt = _time.GetUtcNow(), NotBefore = null };
}
