using DialInsight.Hosting.Http;

using SameSiteMode = Microsoft.AspNetCore.Http.SameSiteMode;

namespace DialInsight.WebConsole.Layout;

/// <summary>Language and colours: chosen by the person, otherwise by the browser.</summary>
internal static class Preferences
{
    public const string LanguageCookie = "dialinsight-language";
    public const string ThemeCookie = "dialinsight-theme";

    public static readonly string[] Themes = ["auto", "light", "dark"];

    /// <summary>Whether Chinese comes before English for this browser.</summary>
    public static bool IsChinese(HttpRequest request) => (request.Cookies[LanguageCookie] ?? ReaderLanguage.Of(request)) == "zh";

    public static string Theme(HttpRequest request) =>
        request.Cookies[ThemeCookie] is { } chosen && Themes.Contains(chosen) ? chosen : "auto";

    /// <summary>Keeps a choice for a year.</summary>
    public static void Keep(HttpContext context, string cookie, string value) => context.Response.Cookies.Append(
        cookie, value, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, IsEssential = true, Path = "/", MaxAge = TimeSpan.FromDays(365) });
}
