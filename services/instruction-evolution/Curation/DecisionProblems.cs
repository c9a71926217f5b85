using System.Globalization;
using DialInsight.Hosting.Http;
using DialInsight.InstructionEvolution.Instructions;
using DialInsight.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DialInsight.InstructionEvolution.Curation;

/// <summary>The answers to decisions that cannot be carried out; each tells who decided what, and when.</summary>
internal static class DecisionProblems
{
    /// <summary>The problem. <paramref name="changed"/> is the status of a decision on an outdated version: 409, or 412 where If-Match named it.</summary>
    public static ProblemHttpResult Of(Decided decided, string id, int changed = StatusCodes.Status409Conflict)
    {
        if (decided.Instruction is not { } instruction)
            return InstructionEndpoints.Unknown(id);
        return decided.Outcome switch
        {
            DecisionOutcome.NotAtGate => With(instruction, StatusCodes.Status409Conflict, "instruction-not-at-gate", "The instruction waits at no gate", Told(instruction.Document)),
            DecisionOutcome.TextExists => With(
                instruction,
                StatusCodes.Status409Conflict,
                "instruction-exists",
                "The cell has an instruction with this text",
                $"It is {instruction.Document.Id}. Reject this one, or write another text. {Told(instruction.Document)}"),
            DecisionOutcome.NotUndoable => With(
                instruction, StatusCodes.Status409Conflict, "decision-final", "The decision cannot be undone", $"{decided.Why} {Told(instruction.Document)}"),
            _ => With(
                instruction,
                changed,
                "instruction-changed",
                "Somebody else decided first",
                $"{Told(instruction.Document)} It is version {instruction.Version} now. Read it again and decide again."),
        };
    }

    /// <summary>The last thing that happened, in words.</summary>
    private static string Told(InstructionDocument instruction)
    {
        string state = instruction.State.ToString().ToLowerInvariant();
        if (instruction.History is not [.., { } last])
            return $"It is {state}.";
        string reason = string.IsNullOrEmpty(last.Reason) ? "" : $" ({last.Reason})";
        return string.Create(CultureInfo.InvariantCulture, $"It is {state} by {last.By} since {last.At.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}{reason}.");
    }

    private static ProblemHttpResult With(Versioned<InstructionDocument> instruction, int status, string type, string title, string detail)
    {
        ProblemHttpResult problem = Problems.Create(status, type, title, detail, errors: null);
        problem.ProblemDetails.Extensions["instruction"] = instruction.Document.Id;
        problem.ProblemDetails.Extensions["version"] = instruction.Version;
        if (instruction.Document.History is [.., { } last])
            problem.ProblemDetails.Extensions["last"] = last;
        return problem;
    }
}
