using DialInsight.Contracts;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.DomainPacks.Packs;
using DialInsight.LanguageModels;
using DialInsight.LanguageModels.Facts;
using DialInsight.Quality.Gates;

namespace DialInsight.Quality.Judging;

/// <summary>Judges a sample: hard gates first, then k independent votes of the judge's model, of which the majority decides.</summary>
internal sealed class SampleJudge(ILanguageModels models, IDomainPacks packs)
{
    /// <summary>The judge's model.</summary>
    public string ModelName => models.Judge.Name;

    /// <summary>Judges a sample.</summary>
    /// <exception cref="ModelUnavailableException">The judge's model cannot be reached; that says nothing about the sample.</exception>
    public async Task<Verdict> JudgeAsync(Sample sample, CancellationToken cancellationToken)
    {
        IReadOnlyList<GateFinding> findings = HardGates.Check(sample.Assignment, sample.Answer);
        if (findings.Count > 0)
            return Gated(findings);

        string material = JudgePrompt.Material(sample.Assignment, SampleText.Dialogue(sample.Assignment, packs), sample.Answer);
        int votes = Math.Clamp(sample.Assignment.Judging.Samples, 1, 15);
        try
        {
            return Counted(await Task.WhenAll(
                Enumerable.Range(0, votes).Select(vote => VoteAsync(sample, material, vote, votes, cancellationToken))));
        }
        catch (ModelRefusedRequestException)
        {
            // Asking again would not help, and the message may quote the request.
            return Unjudged([], [], "the judge's endpoint refused the request for good");
        }
    }

    private static Verdict Gated(IReadOnlyList<GateFinding> findings) => new()
    {
        Kind = VerdictKind.Decided,
        Level = QualityLevel.Low,
        DecidedBy = "gates",
        Findings = findings,
        Reasons = [.. findings.Select(finding => finding.ToString())],
    };

    private async Task<(Vote Vote, IReadOnlyList<ModelSpend> Spend)> VoteAsync(
        Sample sample, string material, int vote, int votes, CancellationToken cancellationToken)
    {
        List<ModelSpend> spend = [];
        string model = models.Judge.Name;
        // An unreadable answer is asked for once more, as a draw that no other vote uses.
        foreach (int draw in (int[])[vote, votes + vote])
        {
            ModelAnswer answer = await models.Judge.AnswerAsync(Request(sample, material, vote, draw), cancellationToken);
            spend.Add(answer.Spend);
            model = answer.Model;
            if (VoteReader.Read(answer, sample.Assignment.Judging.Scored) is { } verdict)
                return (new Vote(vote, verdict.Level, verdict.Evidence, model, verdict.Complexity, verdict.Quality), spend);
        }

        return (new Vote(vote, null, [], model), spend);
    }

    private static ModelRequest Request(Sample sample, string material, int vote, int draw) => new()
    {
        Purpose = ModelPurpose.Judge,
        Messages = JudgePrompt.Messages(material, sample.Assignment.Language, vote, sample.Assignment.Judging.Scored),
        ResponseSchema = sample.Assignment.Judging.Scored ? JudgePrompt.ScoredSchema : JudgePrompt.Schema,
        Draw = draw,
        Run = sample.Assignment.RunId,
        Work = sample.Assignment.AttemptId,
        Facts = new JudgeFacts(sample.Assignment, sample.Answer, [], vote),
        Transcripts = [sample.Assignment.TranscriptId],
    };

    private Verdict Counted((Vote Vote, IReadOnlyList<ModelSpend> Spend)[] answers)
    {
        Vote[] votes = [.. answers.Select(answer => answer.Vote)];
        IReadOnlyList<ModelSpend> spend = SpendTotal.Of(answers.SelectMany(answer => answer.Spend));
        if (votes.All(vote => vote.Level is null))
            return Unjudged(votes, spend, "no answer of the judge could be read, retries included");

        string model = votes.First(vote => vote.Level is not null).Model;
        return Majority.Of(votes) is { } level
            ? new Verdict { Kind = VerdictKind.Decided, Level = level, DecidedBy = model, Votes = votes, Spend = spend, Reasons = Grounds(votes, level) }
            : new Verdict
            {
                Kind = VerdictKind.NoMajority,
                DecidedBy = model,
                Votes = votes,
                Spend = spend,
                Reasons = [$"no majority: {string.Join(", ", votes.Select(vote => vote.Level?.ToString() ?? "unreadable"))}"],
            };
    }

    private Verdict Unjudged(IReadOnlyList<Vote> votes, IReadOnlyList<ModelSpend> spend, string reason) => new()
    {
        Kind = VerdictKind.Unjudged,
        DecidedBy = models.Judge.Name,
        Votes = votes,
        Spend = spend,
        Reasons = [reason],
    };

    private static IReadOnlyList<string> Grounds(Vote[] votes, QualityLevel level) =>
        level == QualityLevel.High ? [] : [.. votes.First(vote => vote.Level == level).Evidence.Take(3)];
}
