using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;

namespace DialInsight.Hosting.Access;

/// <summary>Who may come in: the section <c>Auth</c>.</summary>
internal sealed class AccessKeys
{
    private readonly IReadOnlyList<AccessKey> _keys;

    /// <summary>Reads the settings.</summary>
    public AccessKeys(IConfiguration configuration)
    {
        List<string> problems = [];
        _keys = new AccessKeyReader(problems).Read(configuration.GetSection("Auth:Keys"));
        string? anonymous = configuration["Auth:AllowAnonymous"];
        AllowAnonymous = bool.TryParse(anonymous, out bool allowed) && allowed;
        if (anonymous is not null && !bool.TryParse(anonymous, out _))
            problems.Add("Auth:AllowAnonymous must be true or false.");
        problems.AddRange(_keys.GroupBy(key => Convert.ToHexString(key.Hash)).Where(same => same.Count() > 1)
            .Select(same => $"Auth:Keys gives {string.Join(" and ", same.Select(key => key.Principal.Name))} the same key."));
        Problems = problems;
    }

    /// <summary>What is wrong with the settings, a line each.</summary>
    public IReadOnlyList<string> Problems { get; }

    /// <summary>Whether callers without a key are let in where there are no keys, also from other machines.</summary>
    public bool AllowAnonymous { get; }

    /// <summary>Whether callers have to show a key.</summary>
    public bool AreAsked => _keys.Count > 0;

    /// <summary>The known key that was shown, or null. Takes the same time for every key.</summary>
    public AccessKey? Find(string key)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(key));
        AccessKey? found = null;
        foreach (AccessKey known in _keys)
            found = CryptographicOperations.FixedTimeEquals(hash, known.Hash) ? known : found;
        return found;
    }
}
