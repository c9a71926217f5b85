using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DialInsight.Contracts;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.Contracts.Quality;
using DialInsight.Datasets.Metrics;
using DialInsight.LanguageModels;
using DialInsight.Quality.Calibrations;
using DialInsight.Quality.Exports;
using DialInsight.Quality.Judging;
using DialInsight.Storage;

namespace DialInsight.Quality.Releases;

/// <summary>A run's judgements in one pass: what is accepted, in release order, and what is told of the rest.</summary>
internal sealed class RunLedger
{
    private const int MostRejected = 24;
    private readonly Dictionary<QualityLevel, long> _levels = [];
    private readonly Dictionary<string, long> _reasons = [];
    private readonly SortedDictionary<(string, string), ModelSpend> _spend = [];
    // Half a million of each are held at once: what repeats is held once, and what a sample is about as a hash.
    private readonly List<(ReleaseRow Row, Guid About)> _accepted = [];
    private readonly Dictionary<Guid, string> _refused = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Judgement> _rejected = new(StringComparer.Ordinal);
    private readonly IncrementalHash _content = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly IncrementalHash _lineage = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _inReview;
    private long _unjudged;

    /// <summary>The models that labelled.</summary>
    public SortedSet<string> Labellers { get; } = new(StringComparer.Ordinal);

    /// <summary>The models that judged.</summary>
    public SortedSet<string> Judges { get; } = new(StringComparer.Ordinal);

    /// <summary>How many labels a person decided on.</summary>
    public long Reviewed { get; private set; }

    /// <summary>The levels of all labels.</summary>
    public LabelQuality Quality => new(
        _levels.GetValueOrDefault(QualityLevel.High),
        _levels.GetValueOrDefault(QualityLevel.Medium),
        _levels.GetValueOrDefault(QualityLevel.Low),
        _inReview,
        _unjudged);

    /// <summary>Why labels were not accepted, the most frequent first.</summary>
    public IReadOnlyList<KeyValuePair<string, long>> Reasons =>
        [.. _reasons.OrderByDescending(reason => reason.Value).ThenBy(reason => reason.Key, StringComparer.Ordinal)];

    /// <summary>Some that were rejected, drawn without regard to anything but their id.</summary>
    public IReadOnlyList<Judgement> Rejected => [.. _rejected.Values];

    /// <summary>What everything used.</summary>
    public IReadOnlyList<ModelSpend> Spend => [.. _spend.Values];

    /// <summary>Reads a run's judgements.</summary>
    public static async Task<RunLedger> ReadAsync(
        RunCompleted run,
        IDocumentCollection<Judgement> judgements,
        IDocumentCollection<LabelFailure> failures,
        CancellationToken cancellationToken)
    {
        var ledger = new RunLedger();
        Query ofRun = Query.All.Where("run", run.RunId);
        ledger.Add(run.Spend);
        await foreach (Versioned<Judgement> judgement in judgements.StreamAsync(ofRun, cancellationToken))
            ledger.Add(judgement.Document);
        await foreach (Versioned<LabelFailure> failure in failures.StreamAsync(ofRun, cancellationToken))
            ledger.Add(failure.Document);
        return ledger;
    }

    /// <summary>What a release of the ledger is made of.</summary>
    /// <param name="calibration">The calibration that it stands on; null where there is none.</param>
    /// <param name="encoder">What a selection compares samples by; null where nothing is selected.</param>
    public ReleaseBasis Basis(CalibrationStanding? calibration, string? encoder)
    {
        string standing = string.Create(CultureInfo.InvariantCulture, $"{calibration?.Id}\n{calibration?.Agreement.Samples}\n{calibration?.Agreement.Kappa:R}\n{encoder}");
        return new ReleaseBasis(
            Convert.ToHexStringLower(_content.GetCurrentHash()), Convert.ToHexStringLower(_lineage.GetCurrentHash()), Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(standing))));
    }

    /// <summary>The accepted samples as rows, in the order of the run's cells and their slots.</summary>
    public IReadOnlyList<ReleaseRow> Rows(string release, IReadOnlyList<CellOutcome> cells)
    {
        Dictionary<string, int> order = cells.Select((cell, index) => (cell.CellId, index)).ToDictionary(cell => cell.CellId, cell => cell.index);
        IEnumerable<(ReleaseRow Row, Guid About)> ordered = _accepted
            .OrderBy(accepted => order.GetValueOrDefault(accepted.Row.CellId, int.MaxValue))
            .ThenBy(accepted => accepted.Row.CellId, StringComparer.Ordinal)
            .ThenBy(accepted => accepted.Row.Slot);
        return [.. ordered.Select((accepted, position) => accepted.Row with { Release = release, Position = position, RejectedId = _refused.GetValueOrDefault(accepted.About) })];
    }

    private static Guid About(Judgement judgement) => DeterministicId.Guid(judgement.TranscriptId, judgement.InstructionId);

    private ReleaseRow Row(Judgement judgement) => new()
    {
        Release = "",
        Position = 0,
        SampleId = judgement.Id,
        CellId = Once(judgement.CellId),
        Slot = judgement.Slot,
        Attempts = judgement.Number + 1,
        Level = judgement.Level ?? QualityLevel.High,
        Scores = judgement.Scores,
        DecidedBy = Once(judgement.Current.By),
        Reviewed = judgement.Reviewed,
        EditedAnswer = judgement.EditedAnswer,
        Part = Split.Of(judgement.TranscriptId),
    };

    private string Once(string name)
    {
        if (_names.TryGetValue(name, out string? known))
            return known;
        _names.Add(name);
        return name;
    }

    // Judgements and failures come by id, so that the same ones give the same hash.
    private static void Hash(IncrementalHash into, params ReadOnlySpan<string?> parts)
    {
        foreach (string? part in parts)
            into.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{part?.Length}:{part}\n")));
    }

    /// <summary>A decision that only confirms what stood changes who decided, and that only where the sample is accepted: the rows of others are not there to tell it.</summary>
    private void Hash(Judgement judgement)
    {
        Hash(_content, judgement.Id, judgement.Outcome.ToString(), judgement.Level?.ToString(), judgement.ErasedAt is null ? null : "erased");
        if (judgement.Outcome != JudgementOutcome.Accepted)
            return;
        Hash(_content, judgement.EditedAnswer);
        Hash(_lineage, judgement.Id, judgement.Current.By, judgement.Reviewed ? "person" : "judge");
    }

    private void Add(LabelFailure failure)
    {
        Hash(_content, failure.Id, failure.Class.ToString());
        Add(failure.Spend);
    }

    private void Add(Judgement judgement)
    {
        Hash(judgement);
        Labellers.Add(judgement.Labeller);
        Judges.UnionWith(judgement.Votes.Select(vote => vote.Model));
        Add(judgement.LabelSpend);
        Add(judgement.JudgeSpend);
        if (judgement.Outcome == JudgementOutcome.Erased)
            return;
        Reviewed += judgement.Reviewed ? 1 : 0;
        if (judgement.Level is { } level)
            _levels[level] = _levels.GetValueOrDefault(level) + 1;
        else if (judgement.Outcome == JudgementOutcome.InReview)
            _inReview++;
        else
            _unjudged++;

        if (judgement.Outcome == JudgementOutcome.Accepted)
            _accepted.Add((Row(judgement), About(judgement)));
        else
            AddRejected(judgement);
    }

    private void AddRejected(Judgement judgement)
    {
        string reason = Reason(judgement);
        _reasons[reason] = _reasons.GetValueOrDefault(reason) + 1;
        if (judgement.Outcome == JudgementOutcome.Surplus || judgement.ErasedAt is not null)
            return;
        // Of several the lowest id, whatever the order they are read in.
        Guid about = About(judgement);
        if (judgement.Level is not null && (!_refused.TryGetValue(about, out string? known) || string.CompareOrdinal(judgement.Id, known) < 0))
            _refused[about] = judgement.Id;
        _rejected[judgement.Draw] = judgement;
        if (_rejected.Count > MostRejected)
            _rejected.Remove(_rejected.Keys.Last());
    }

    private static string Reason(Judgement judgement) => judgement.Outcome switch
    {
        JudgementOutcome.Surplus => "surplus",
        JudgementOutcome.InReview => "inReview",
        JudgementOutcome.Unjudged => "unjudged",
        _ when judgement.Reviewed => "person",
        _ when judgement.Current.By == "gates" => "gate:" + Gate(judgement.Current.Reasons),
        _ => "judge:" + (judgement.Level == QualityLevel.Medium ? "medium" : "low"),
    };

    private static string Gate(IReadOnlyList<string> reasons) => reasons.Count == 0 ? "other" : reasons[0].Split(':', 2)[0];

    private void Add(IReadOnlyList<ModelSpend> spend)
    {
        foreach (ModelSpend line in spend)
            SpendTotal.Add(_spend, line);
    }
}
