using System.Net;

namespace DialInsight.Hosting.Access;

/// <summary>A process that other machines can reach asks for keys, unless it was told not to in as many words.</summary>
internal static class ListeningRule
{
    /// <summary>Looks at the addresses that a process listens on.</summary>
    /// <exception cref="StartException">One is not loopback and nobody asks for keys.</exception>
    public static void Check(IEnumerable<string> addresses, AccessKeys keys)
    {
        if (keys.AreAsked || keys.AllowAnonymous)
            return;
        if (addresses.FirstOrDefault(address => !IsLoopback(address)) is string open)
            throw new StartException($"'{open}' can be reached from other machines, and there are no keys. Set Auth:Keys (name:role:key), listen on 127.0.0.1, or set Auth:AllowAnonymous=true.");
    }

    private static bool IsLoopback(string address)
    {
        // Kestrel's wildcards (*, +) are no URIs, and a unix socket is as local as can be.
        if (address.StartsWith("http://unix:", StringComparison.OrdinalIgnoreCase))
            return true;
        return Uri.TryCreate(address.Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out Uri? uri)
            && (uri.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out IPAddress? ip) && IPAddress.IsLoopback(ip)));
    }
}
