using DialInsight.Contracts;
using DialInsight.DomainPacks.Packs;
using DialInsight.InstructionEvolution.Evolution;
using DialInsight.InstructionEvolution.Instructions;
using DialInsight.InstructionEvolution.Prompts;
using DialInsight.InstructionEvolution.Seeding;
using DialInsight.InstructionEvolution.Transcripts;
using DialInsight.LanguageModels;
using DialInsight.TextAnalysis.Language;

namespace DialInsight.InstructionEvolution.Tuning;

/// <summary>Tries texts of an operator on a development set, and asks the optimiser for better ones.</summary>
internal sealed class OperatorTrial(ILanguageModels models, TranscriptPool transcripts)
{
    private const int CallsAtOnce = 4;
    private const int LongestMethod = 1000;
    private const int FailuresShown = 6, LongestShown = 300;

    private const string Schema =
        """{"type":"object","additionalProperties":false,"required":["method"],"properties":{"method":{"type":"string"}}}""";

    /// <summary>The text with its figures.</summary>
    /// <exception cref="ModelUnavailableException">Later may help; what was answered is cached.</exception>
    public async Task<OperatorVersion> TryAsync(TuningDocument tuning, CellSubject subject, OperatorMethod method, CancellationToken cancellationToken)
    {
        IReadOnlyList<Turn> dialogue =
            tuning.TranscriptId is { } id && await transcripts.FindAsync(id, cancellationToken) is { } transcript ? transcript.Turns : [];
        var outcomes = new (RejectionReason? Fault, string Text, decimal Cost)[tuning.Development.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, tuning.Development.Count),
            new ParallelOptions { MaxDegreeOfParallelism = CallsAtOnce, CancellationToken = cancellationToken },
            async (place, token) => outcomes[place] = await TryAsync(tuning, subject, method, place, dialogue, token));

        (RejectionReason Fault, string Shown)[] failures =
        [
            .. outcomes.Select((outcome, place) => (outcome.Fault, Shown: $"{outcome.Fault} | {Short(tuning.Development[place])} | {Short(outcome.Text)}"))
                .Where(failure => failure.Fault is not null).Select(failure => (failure.Fault!.Value, failure.Shown)),
        ];
        return new OperatorVersion(
            method,
            outcomes.Length,
            failures.Length,
            failures.CountBy(failure => failure.Fault).ToDictionary(),
            [.. failures.Select(failure => failure.Shown).Take(FailuresShown)],
            outcomes.Sum(outcome => outcome.Cost));
    }

    /// <summary>A better text as the optimiser sees it, or null where its answer is of no use; and what it cost.</summary>
    /// <exception cref="ModelUnavailableException">Later may help.</exception>
    /// <exception cref="ModelRefusedRequestException">The endpoint refuses the request.</exception>
    public async Task<(string? Text, decimal Cost)> ImproveAsync(TuningDocument tuning, CellSubject subject, OperatorVersion best, CancellationToken cancellationToken)
    {
        Dictionary<string, string> values = new(StringComparer.Ordinal)
        {
            ["method"] = best.Method.Text,
            ["failures"] = string.Join('\n', best.Failures.Select((failure, place) => $"{place + 1}. {failure}")),
        };
        var request = new ModelRequest
        {
            Purpose = ModelPurpose.Evolve,
            Messages = PromptTemplate.Messages(subject.Pack.Prompt(subject.Language, InstructionPrompt.Tune), values),
            ResponseSchema = Schema,
            Draw = tuning.Step,
            Transcripts = tuning.TranscriptId is { } id ? [id] : [],
        };
        ModelAnswer answer = await models.Judge.AnswerAsync(tuning.Paying(request, "method"), cancellationToken);
        string? text = answer.Stop == ModelStop.Finished ? AnswerReader.Single(answer, "method") : null;
        return (text is not null && IsMethod(text, subject) ? text : null, answer.Spend.Cost);
    }

    private async Task<(RejectionReason? Fault, string Text, decimal Cost)> TryAsync(
        TuningDocument tuning, CellSubject subject, OperatorMethod method, int place, IReadOnlyList<Turn> dialogue, CancellationToken cancellationToken)
    {
        string instruction = tuning.Development[place];
        try
        {
            ModelRequest request = tuning.Paying(EvolvePrompt.Request(subject, method, instruction, dialogue, tuning.TranscriptId), $"trial/{place}");
            ModelAnswer answer = await models.Labeller.AnswerAsync(request, cancellationToken);
            (string? text, RejectionReason? fault) = OutcomeCheck.Of(answer, instruction, EvolutionOperator.Named(method.Operator)!, method, subject);
            return (fault, text ?? answer.Text, answer.Spend.Cost);
        }
        catch (ModelRefusedRequestException)
        {
            return (RejectionReason.RefusedRequest, "", 0);
        }
    }

    private static bool IsMethod(string text, CellSubject subject) =>
        text.Length <= LongestMethod
        && !text.Contains("{{", StringComparison.Ordinal) && !text.Contains("}}", StringComparison.Ordinal)
        && InstructionWords.Content(text, subject.Language).Any()
        && !Elimination.IsShortRefusal(text, subject.Language)
        && LanguageDetector.Detect(text) == subject.Language;

    private static string Short(string text) => text.Length <= LongestShown ? text : text[..LongestShown];
}
