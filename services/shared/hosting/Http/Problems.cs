using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace DialInsight.Hosting.Http;

/// <summary>Answers that say what was wrong, where, and what to do (RFC 9457), each kind with a stable type.</summary>
public static class Problems
{
    /// <summary>What every problem's type starts with.</summary>
    public const string TypePrefix = "https://dialinsight.dev/problems/";

    /// <summary>400: the request cannot be worked as it is.</summary>
    /// <param name="type">The kind, as a slug: <c>invalid-recipe</c>.</param>
    /// <param name="title">The kind in words, the same for every such problem.</param>
    /// <param name="detail">What is wrong with this request, and what to do.</param>
    /// <param name="errors">Per place in the request, what is wrong there.</param>
    public static ProblemHttpResult Invalid(
        string type, string title, string detail, IReadOnlyDictionary<string, string[]>? errors = null) =>
        Create(StatusCodes.Status400BadRequest, type, title, detail, errors);

    /// <summary>400: members of the request cannot be used; the detail tells which and why.</summary>
    /// <param name="type">The kind, as a slug: <c>invalid-recipe</c>.</param>
    /// <param name="title">The kind in words, the same for every such problem.</param>
    /// <param name="errors">Per member of the request, what is wrong with it, as the rest of a sentence that its name begins.</param>
    public static ProblemHttpResult Invalid(string type, string title, IReadOnlyDictionary<string, string[]> errors) =>
        Invalid(type, title, $"{string.Join("; ", errors.SelectMany(member => member.Value.Select(fault => $"{member.Key} {fault}")))}.", errors);

    /// <summary>404: there is no such thing.</summary>
    public static ProblemHttpResult NotFound(string type, string title, string detail) =>
        Create(StatusCodes.Status404NotFound, type, title, detail, null);

    /// <summary>409: the thing is not in a state that allows it.</summary>
    public static ProblemHttpResult Conflict(string type, string title, string detail) =>
        Create(StatusCodes.Status409Conflict, type, title, detail, null);

    /// <summary>Any other status.</summary>
    public static ProblemHttpResult Create(
        int status, string type, string title, string detail, IReadOnlyDictionary<string, string[]>? errors)
    {
        var problem = new ProblemDetails { Status = status, Type = TypePrefix + type, Title = title, Detail = detail };
        if (errors is { Count: > 0 })
            problem.Extensions["errors"] = errors;
        return TypedResults.Problem(problem);
    }
}
