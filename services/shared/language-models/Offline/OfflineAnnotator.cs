using DialInsight.Contracts;
using DialInsight.LanguageModels.Calls;
using DialInsight.LanguageModels.Facts;
using DialInsight.LanguageModels.Offline.Evolution;
using DialInsight.LanguageModels.Offline.Judging;
using DialInsight.LanguageModels.Offline.Labels;
using DialInsight.LanguageModels.Offline.Narratives;
using DialInsight.LanguageModels.Offline.Seeding;
using DialInsight.LanguageModels.Settings;

namespace DialInsight.LanguageModels.Offline;

/// <summary>
/// A pattern-based annotator: for trying the platform without a model, and for tests. It reads no message, only the typed facts of a request, and
/// is deterministic: the same facts and draw give the same answer, byte for byte.
/// </summary>
public sealed class OfflineAnnotator : ILanguageModel
{
    private readonly LanguageModelSettings? _priced;

    /// <summary>An annotator that costs nothing.</summary>
    public OfflineAnnotator()
    {
    }

    /// <summary>An annotator that counts the tokens that a model would have read and written, and their price, where <paramref name="settings"/> has one:
    /// a run can be rehearsed, its budget included.</summary>
    internal OfflineAnnotator(LanguageModelSettings settings) =>
        _priced = settings.PricePerMillionInput + settings.PricePerMillionOutput > 0 ? settings with { Model = ModelName } : null;

    /// <summary>The name under which lineage records its work.</summary>
    public const string ModelName = "offline-annotator/1";

    /// <inheritdoc/>
    public string Name => ModelName;

    /// <inheritdoc/>
    public Task<ModelAnswer> AnswerAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<ModelAnswer>(cancellationToken);
        if (Answer(request.Facts, request.Draw) is not { } text)
            return Task.FromException<ModelAnswer>(new ModelRefusedRequestException("The offline annotator works from typed facts, and this request has none that it knows."));
        return Task.FromResult(new ModelAnswer
        {
            Text = text,
            Model = ModelName,
            Stop = ModelStop.Finished,
            Spend = _priced is null
                ? new ModelSpend(request.Purpose, ModelName, 1, 0, 0, 0)
                : CallCosts.Of(request, new EndpointAnswer(text, ModelName, ModelStop.Finished, null, null), _priced, calls: 1),
        });
    }

    /// <inheritdoc/>
    public async Task<ModelAnswer?> FindAsync(ModelRequest request, CancellationToken cancellationToken) => _priced is null ? await AnswerAsync(request, cancellationToken) : null;

    private static string? Answer(ModelFacts? facts, int draw) => facts switch
    {
        LabelFacts label => LabelWriter.Write(label, draw),
        JudgeFacts judge => Judge.Write(judge),
        SeedFacts seed => InstructionSeeder.Write(seed, draw),
        EvolveFacts evolve => InstructionEvolver.Write(evolve, draw),
        MergeFacts merge => Narrative.Write(merge, draw),
        _ => null,
    };
}
