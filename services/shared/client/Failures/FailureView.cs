using DialInsight.Contracts;

namespace DialInsight.Client.Failures;

/// <summary>An attempt that gave no label.</summary>
/// <param name="Id">The attempt's id.</param>
/// <param name="Run">The run.</param>
/// <param name="Cell">The cell, <c>scenario/task-type</c>.</param>
/// <param name="Slot">The slot in the cell, from 0.</param>
/// <param name="Number">Which attempt at the slot, from 0.</param>
/// <param name="Class">Why: <c>invalidAnswer</c>, <c>refused</c>, <c>truncated</c>, <c>requestRejected</c>, <c>modelUnavailable</c>, <c>deadLetter</c>, <c>keyRefused</c>, <c>erased</c>.</param>
/// <param name="Reason">The same in words.</param>
/// <param name="Answer">The last answer; null where there was none.</param>
/// <param name="Transcript">The transcript.</param>
/// <param name="Instruction">The instruction.</param>
/// <param name="At">When it failed (UTC).</param>
/// <param name="Domain">The domain pack and its version, <c>name@version</c>; null where the service does not tell.</param>
public sealed record FailureView(
    string Id, string Run, string Cell, int Slot, int Number, string? Class, string? Reason, string? Answer, string Transcript, string Instruction, DateTimeOffset? At, string? Domain = null);

/// <summary>A failure with all that is known of it.</summary>
/// <param name="Failure">What the list tells.</param>
/// <param name="Request">What the model was asked first.</param>
/// <param name="History">Each asking.</param>
/// <param name="RedrivenAt">When a new attempt was asked for; null when none was.</param>
/// <param name="RedrivenBy">Who asked for it.</param>
public sealed record FailureDetail(
    FailureView Failure, IReadOnlyList<FailedMessage> Request, IReadOnlyList<FailedAsking> History, DateTimeOffset? RedrivenAt, string? RedrivenBy);

/// <summary>A message of a request.</summary>
/// <param name="Role"><c>system</c>, <c>user</c> or <c>assistant</c>.</param>
/// <param name="Content">The text.</param>
public sealed record FailedMessage(string Role, string Content);

/// <summary>One time that the model was asked.</summary>
/// <param name="Purpose"><c>label</c> or <c>repair</c>.</param>
/// <param name="At">When it was answered, or given up (UTC).</param>
/// <param name="Answer">The answer; null where there was none.</param>
/// <param name="Class">What was wrong with it; null when nothing was.</param>
/// <param name="Problems">What was wrong, in words.</param>
/// <param name="Spend">What it cost; null where there was no answer.</param>
public sealed record FailedAsking(string Purpose, DateTimeOffset At, string? Answer, string? Class, IReadOnlyList<string> Problems, ModelSpend? Spend);

/// <summary>A page of failures.</summary>
/// <param name="Items">The failures.</param>
/// <param name="NextCursor">Where the next page begins; null when there is none.</param>
public sealed record FailurePage(IReadOnlyList<FailureView> Items, string? NextCursor);

/// <summary>How many new attempts were asked for.</summary>
/// <param name="Requested">Those that had not been asked for before.</param>
public sealed record RedriveAnswer(int Requested);
