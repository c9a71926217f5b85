using System.Diagnostics;
using DialInsight.Contracts.PromptAssembly;
using DialInsight.DomainPacks.Packs;
using DialInsight.Hosting.Facts;
using DialInsight.LanguageModels;
using DialInsight.PromptAssembly.Assembly;
using DialInsight.PromptAssembly.Budgets;
using DialInsight.PromptAssembly.Estimates;
using DialInsight.PromptAssembly.Runs;
using DialInsight.PromptAssembly.Transcripts;

namespace DialInsight.PromptAssembly.Attempts;

/// <summary>Issues attempts. Everything about one follows from run, cell, slot and number, so issuing it twice is issuing it once.</summary>
internal sealed class AttemptIssuer(
    PromptAssemblyStore store,
    FactLog<RequestDocument> requests,
    TranscriptPool transcripts,
    RunInputs inputs,
    PromptLibrary prompts,
    BudgetGate budget,
    ModelPrices prices,
    RefusedAccess access,
    TimeProvider time)
{
    /// <summary>How long nothing may be heard of an attempt before its request is published again.</summary>
    public static readonly TimeSpan FirstNudge = TimeSpan.FromMinutes(5);

    /// <summary>Why an attempt fails whose transcript is gone.</summary>
    public const string Erased = "its transcript was erased";

    /// <summary>Issues an attempt, or finds it issued.</summary>
    public async Task<IssuedAttempt> IssueAsync(
        RunDocument run, CellDocument cell, int slot, int number, CancellationToken cancellationToken, string? redriveOf = null, int excused = 0)
    {
        if (await inputs.CandidateAsync(cell, slot, number - excused, cancellationToken) is not { } candidate)
            return new IssuedAttempt(Issue.NoCandidate);

        TranscriptDocument? transcript = await transcripts.FindAsync(candidate.TranscriptId, cancellationToken);
        DateTimeOffset now = time.GetUtcNow();
        var attempt = new AttemptDocument
        {
            Id = AttemptDocument.IdOf(run.Id, cell.CellId, slot, number),
            RunId = run.Id,
            CellId = cell.CellId,
            Slot = slot,
            Number = number,
            State = AttemptState.Requested,
            TranscriptId = candidate.TranscriptId,
            InstructionId = candidate.Instruction.Id,
            RequestedAt = now,
            NudgeAt = now + FirstNudge,
            RedriveOf = redriveOf,
            Excused = excused,
        };

        // An erased transcript still takes its turn, so that the candidates of the other slots stay where they are.
        if (transcript is null)
        {
            attempt = attempt.WithoutTranscript(now)!;
            return new IssuedAttempt(await store.Attempts.InsertAsync(attempt, cancellationToken) ? Issue.New : Issue.Known, attempt);
        }

        DomainPack pack = await inputs.PackAsync(run, cancellationToken);
        transcript = transcript.Within(candidate.Window);
        if (await PromptAsync(run, cell, pack, candidate, cancellationToken) is not { } prompt)
            return new IssuedAttempt(Issue.Held);

        attempt = attempt with { Reserved = Expected(run, prompt, transcript) };
        LabelAssignment assignment = AttemptAssignment.Of(run, cell, pack, prompt.Document, transcript, attempt) with { Window = candidate.Window };
        return await RequestAsync(run, attempt, assignment, transcript.Trace, cancellationToken);
    }

    /// <summary>The candidate's prompt. Null where the model that was to merge it refuses the key: the run is paused then.</summary>
    private async Task<CountedPrompt?> PromptAsync(RunDocument run, CellDocument cell, DomainPack pack, Candidate candidate, CancellationToken cancellationToken)
    {
        try
        {
            return await prompts.GetAsync(run, cell, pack, candidate.Instruction, candidate.Variant, cancellationToken);
        }
        catch (ModelUnavailableException exception) when (exception.IsKeyRefused)
        {
            await access.NoteAsync(run.Id, time.GetUtcNow(), exception.Message, cancellationToken);
            return null;
        }
    }

    private async Task<IssuedAttempt> RequestAsync(RunDocument run, AttemptDocument attempt, LabelAssignment assignment, string? trace, CancellationToken cancellationToken)
    {
        using Activity? span = SampleTelemetry.Request(attempt, trace);
        using BudgetHold? hold = await budget.TryHoldAsync(run, attempt.Reserved, cancellationToken);
        if (hold is null && await store.Attempts.FindAsync(attempt.Id, cancellationToken) is null)
            return new IssuedAttempt(Issue.Held);

        // The attempt first: were the request first and the process killed, a label could arrive for an attempt that nobody counted.
        bool isNew = hold is not null && await store.Attempts.InsertAsync(attempt, cancellationToken);
        if (isNew || await IsStillRequestedAsync(attempt.Id, cancellationToken))
            await requests.InsertAsync(new RequestDocument { Assignment = assignment, RequestedAt = attempt.RequestedAt, Trace = span?.Id ?? trace }, cancellationToken);

        // An erasure either sees the request, or its tombstone is seen here.
        if (await transcripts.IsErasedAsync(attempt.TranscriptId, cancellationToken))
            attempt = await WithdrawAsync(attempt, cancellationToken);
        return new IssuedAttempt(isNew ? Issue.New : Issue.Known, attempt);
    }

    private async Task<AttemptDocument> WithdrawAsync(AttemptDocument attempt, CancellationToken cancellationToken)
    {
        await store.Requests.DeleteAsync(attempt.Id, cancellationToken);
        while (await store.Attempts.FindAsync(attempt.Id, cancellationToken) is { } issued
            && issued.Document.WithoutTranscript(time.GetUtcNow()) is { } withdrawn)
        {
            await store.Attempts.ReplaceAsync(withdrawn, issued.Version, cancellationToken);
        }

        return attempt.WithoutTranscript(time.GetUtcNow())!;
    }

    private decimal Expected(RunDocument run, CountedPrompt prompt, TranscriptDocument transcript)
    {
        if (!prices.AreKnown)
            return 0;

        int dialogue = transcript.Tokens > 0 ? transcript.Tokens : DialogueTokens.Of(transcript.Turns);
        return prices.Of(ExpectedTokens.Of(prompt.Tokens, dialogue, prompt.Document.Format, run.Recipe.Language, run.Recipe.Judge));
    }

    private async Task<bool> IsStillRequestedAsync(string id, CancellationToken cancellationToken) =>
        await store.Attempts.FindAsync(id, cancellationToken) is { Document.State: AttemptState.Requested };
}
