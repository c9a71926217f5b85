using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using DialInsight.Pseudonyms;

namespace DialInsight.Cli.Commands;

/// <summary>The secret that surrogates depend on, as commands take it.</summary>
internal static class PseudonymKey
{
    private const string Variable = "Pseudonyms__Key";

    /// <summary><c>--key</c>.</summary>
    public static Option<string?> CreateOption()
    {
        var key = new Option<string?>("--key")
        {
            Description = $"The secret that surrogates depend on, {Pseudonymiser.ShortestKey} bytes or more; else {Variable} of the environment; else a new random one each time.",
        };
        key.Validators.Add(result =>
        {
            if (result.GetValue(key) is { } given && Encoding.UTF8.GetByteCount(given) < Pseudonymiser.ShortestKey)
                result.AddError($"--key needs at least {Pseudonymiser.ShortestKey} bytes.");
        });
        return key;
    }

    /// <summary>A pseudonymiser under the key that is given, the environment's, or a random one; null, and a line to errors, where the environment's is too short.</summary>
    public static Pseudonymiser? Open(string? given, TextWriter errors)
    {
        if ((given ?? Environment.GetEnvironmentVariable(Variable)) is not { Length: > 0 } secret)
            secret = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        if (Encoding.UTF8.GetByteCount(secret) >= Pseudonymiser.ShortestKey)
            return Pseudonymiser.FromText(secret);
        errors.WriteLine($"{Variable} needs at least {Pseudonymiser.ShortestKey} bytes.");
        return null;
    }
}
