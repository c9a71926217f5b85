using Microsoft.AspNetCore.Http;

namespace DialInsight.Hosting.Http;

/// <summary>Which of the two languages of pages a browser prefers.</summary>
public static class ReaderLanguage
{
    /// <summary><c>zh</c> or <c>en</c>, whichever the browser puts first; null where it names neither.</summary>
    public static string? Of(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(language => language.Quality ?? 1)
        .Select(language => language.Value.Subsegment(0, Math.Min(2, language.Value.Length)).ToString().ToLowerInvariant())
        .FirstOrDefault(language => language is "zh" or "en");
}
