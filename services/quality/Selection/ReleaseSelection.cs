using DialInsight.Contracts.PromptAssembly;
using DialInsight.Datasets.Metrics;
using DialInsight.Datasets.Selection;
using DialInsight.LanguageModels;
using DialInsight.Quality.Judging;
using DialInsight.Quality.Releases;
using DialInsight.Quality.Reports;
using DialInsight.TextAnalysis.Selection;

namespace DialInsight.Quality.Selection;

/// <summary>Chooses what is released of a run whose recipe asks for it (method: optional selection; Deita, Liu et al. 2023). The same judgements give the same choice.</summary>
internal sealed class ReleaseSelection(ReleasedSamples released, ReportEncoder encoder)
{
    /// <summary>What samples of a run are compared by; null where its recipe selects nothing.</summary>
    public string? Encoder(RunCompleted run) => run.Selection is null ? null : encoder.For(run.RunId)?.Name ?? new SampleSelection().Encoder;

    /// <summary>Chooses among a run's accepted samples; all of them where its recipe selects nothing.</summary>
    /// <param name="run">The run.</param>
    /// <param name="accepted">The accepted samples, in release order; of equal worth the earlier one goes first.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ModelUnavailableException">The model that embeds texts cannot be reached.</exception>
    public async Task<SelectedRows> ChooseAsync(RunCompleted run, IReadOnlyList<ReleaseRow> accepted, CancellationToken cancellationToken)
    {
        if (run.Selection is not { } policy || accepted.Count == 0)
            return new SelectedRows(accepted);
        var selection = new SampleSelection(encoder.For(run.RunId));
        var rows = new List<ReleaseRow>(accepted.Count);
        try
        {
            await foreach (ReleasedSample sample in released.StreamAsync(accepted, cancellationToken))
            {
                LabelAssignment assignment = sample.Sample.Assignment;
                selection.Add(
                    new SourcedText($"{SampleText.Prompt(assignment)}\n{sample.Dialogue}\n{sample.Answer}", assignment.TranscriptId),
                    sample.Row.Scores?.Complexity ?? 1, sample.Row.Scores?.Quality ?? 1);
                rows.Add(sample.Row);
                await selection.EncodeAsync(TextEncoder.Batch, cancellationToken);
            }

            await selection.EncodeAsync(1, cancellationToken);
        }
        catch (Exception refused) when (refused is ModelRefusedRequestException or EncoderException)
        {
            return new SelectedRows(accepted) { Failure = GateCheck.NoVectors(refused.Message) };
        }

        return Selected(policy, selection.Encoder, rows, selection.Choose(policy.Most, policy.Similarity, cancellationToken));
    }

    private static SelectedRows Selected(SelectionPolicy policy, string encoder, List<ReleaseRow> rows, DiverseChoice choice)
    {
        Dictionary<int, PassedOver> passed = choice.PassedOver.ToDictionary(passed => passed.Index);
        IEnumerable<int> others = Enumerable.Range(0, rows.Count).Except(choice.Chosen).OrderByDescending(index => Worth(rows[index])).ThenBy(index => index);
        LeftOut[] leftOut = [.. others.Select((index, place) => LeftOut.Of(rows[index], place, passed.TryGetValue(index, out PassedOver? found) ? (rows[found.For].SampleId, found.Cosine) : null))];
        // Rows stand in the order of cells and slots, as they do where nothing is selected.
        ReleaseRow[] chosen = [.. choice.Chosen.Order().Select((index, position) => rows[index] with { Position = position })];
        return new SelectedRows(chosen) { LeftOut = leftOut, Summary = SelectionSummary.Of(policy, encoder, rows, chosen, leftOut) };
    }

    private static double Worth(ReleaseRow row) => row.Scores?.Worth ?? 1;
}
