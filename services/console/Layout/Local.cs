namespace DialInsight.WebConsole.Layout;

/// <summary>Addresses that a form may send a person on to: pages of the console, and nothing else.</summary>
internal static class Local
{
    public static string Or(string? address, string otherwise) =>
        address is "/" || address?.StartsWith("/?", StringComparison.Ordinal) == true
        || (address?.StartsWith("/console", StringComparison.Ordinal) == true && !address.Any(char.IsControl) && !address.Contains('\\', StringComparison.Ordinal))
            ? address
            : otherwise;

    /// <summary>After a form: the page anew, by GET.</summary>
    public static IResult See(string address, string? note = null) => new SeeOther(
        note is null ? address : $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}note={Uri.EscapeDataString(note)}");

    private sealed class SeeOther(string address) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = address;
            return Task.CompletedTask;
        }
    }
}
