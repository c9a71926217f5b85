using Microsoft.AspNetCore.Http;

namespace DialInsight.Hosting.Access;

/// <summary>Whose a key is: for pages, where people sign in once instead of sending a key with each request.</summary>
public interface ICallers
{
    /// <summary>Whether callers have to show a key. Where they need not, each is <see cref="Principal.Local"/>.</summary>
    bool KeysAreAsked { get; }

    /// <summary>Whose the key is, held to the same limits as keys in headers.</summary>
    /// <param name="context">The request that shows it.</param>
    /// <param name="key">The key.</param>
    /// <returns>The caller; null for a key that is not known, has expired, or was asked about too often.</returns>
    Principal? Find(HttpContext context, string key);
}

/// <summary>The callers that the settings name.</summary>
internal sealed class Callers(AccessKeys keys, RequestLimits limits, TimeProvider time) : ICallers
{
    /// <inheritdoc/>
    public bool KeysAreAsked => keys.AreAsked;

    /// <inheritdoc/>
    public Principal? Find(HttpContext context, string key)
    {
        AccessKey? known = keys.Find(key);
        bool isKnown = known?.IsValid(time.GetUtcNow()) == true;
        bool isAdmitted = isKnown ? limits.Admits(known!.Principal) : limits.AdmitsStranger(context);
        return isKnown && isAdmitted ? known!.Principal : null;
    }
}
