using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace DialInsight.WebConsole.SignIn;

/// <summary>The cookie that holds the caller's key: encrypted, out of scripts' reach, never sent along by another site.</summary>
internal sealed class Session(IDataProtectionProvider protection)
{
    private const string Cookie = "dialinsight-session";

    /// <summary>How long a person stays signed in.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromHours(12);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("DialInsight.Console.Session").ToTimeLimitedDataProtector();

    /// <summary>The key of who is signed in; null for nobody.</summary>
    public string? Key(HttpRequest request)
    {
        try
        {
            return request.Cookies[Cookie] is { Length: > 0 } cookie ? _protector.Unprotect(cookie) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Signs in with a key.</summary>
    public void Begin(HttpContext context, string key) => context.Response.Cookies.Append(Cookie, _protector.Protect(key, Length), Options(context));

    /// <summary>Signs out.</summary>
    public static void End(HttpContext context) => context.Response.Cookies.Delete(Cookie, Options(context));

    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        IsEssential = true,
        Path = "/",
        // Behind a gateway that speaks TLS for it, the request itself is not encrypted.
        Secure = context.Request.IsHttps || context.Request.Headers["X-Forwarded-Proto"] == "https",
    };
}
