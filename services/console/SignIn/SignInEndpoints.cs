using DialInsight.Hosting.Access;
using DialInsight.WebConsole.Layout;

namespace DialInsight.WebConsole.SignIn;

/// <summary>Signing in and out, and what a person prefers.</summary>
internal static class SignInEndpoints
{
    public static void MapSignIn(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/console/sign-in", (string? back) => Pages.Show<SignInPage>(new { Back = Local.Or(back, "/") })).WithMetadata(new OpenPage());
        pages.MapPost("/console/sign-in", SignInAsync).WithMetadata(new OpenPage());
        pages.MapPost("/console/sign-out", SignOut).WithMetadata(new OpenPage());
        pages.MapPost("/console/preferences", PreferAsync).WithMetadata(new OpenPage());
    }

    private static async Task<IResult> SignInAsync(HttpContext context, ICallers callers, Session session, CancellationToken cancellationToken)
    {
        IFormCollection form = await context.Request.ReadFormAsync(cancellationToken);
        string back = Local.Or(form["back"], "/");
        string key = form["key"].ToString().Trim();
        if (key.Length == 0 || callers.Find(context, key) is null)
            return Pages.Show<SignInPage>(new { Back = back, IsRefused = true }, StatusCodes.Status401Unauthorized);
        session.Begin(context, key);
        return Local.See(back);
    }

    private static IResult SignOut(HttpContext context)
    {
        Session.End(context);
        return Local.See("/console/sign-in");
    }

    private static async Task<IResult> PreferAsync(HttpContext context, CancellationToken cancellationToken)
    {
        IFormCollection form = await context.Request.ReadFormAsync(cancellationToken);
        bool isLanguage = form["language"].ToString() is "zh" or "en";
        if (isLanguage)
            Preferences.Keep(context, Preferences.LanguageCookie, form["language"]!);
        if (Preferences.Themes.Contains(form["theme"].ToString()))
            Preferences.Keep(context, Preferences.ThemeCookie, form["theme"]!);
        // Focus stays on the button that was pressed.
        return Local.See($"{Local.Or(form["back"], "/")}#{(isLanguage ? "language" : "theme")}");
    }
}
