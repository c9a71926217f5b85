using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DialInsight.WebConsole.Layout;

/// <summary>Pages as answers.</summary>
internal static class Pages
{
    /// <summary>A page with its parameters, rendered at once.</summary>
    public static IResult Show<TPage>(object? parameters = null, int status = StatusCodes.Status200OK)
        where TPage : IComponent =>
        new RazorComponentResult<TPage>(parameters ?? new { }) { PreventStreamingRendering = true, StatusCode = status };
}
