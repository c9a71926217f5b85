using System.Text.RegularExpressions;

namespace DialInsight.ScriptedModel;

/// <summary>What the speakers of a prompt's dialogue say, without the speakers: material for answers.</summary>
internal sealed partial class Utterances
{
    private const int LeastLength = 6, MostLength = 120;
    private readonly string[] _all;
    private int _next;

    public Utterances(string text, long seed)
    {
        string[] spoken = [.. Line().Matches(text).Select(match => match.Groups["said"].Value.Trim())];
        string[] usable = [.. spoken.Where(said => said.Length >= LeastLength).Distinct(StringComparer.Ordinal)];
        _all = usable.Length > 0 ? usable : [Shortened(text.ReplaceLineEndings(" ").Trim())];
        _next = (int)(Chance.Mix((ulong)seed ^ (ulong)text.Length) % (ulong)_all.Length);
    }

    /// <summary>The next utterance, word for word from the prompt; after the last the first again.</summary>
    public string Next() => Shortened(_all[_next++ % _all.Length]);

    /// <summary>A few utterances, a line each.</summary>
    public string Passage() => string.Join('\n', Enumerable.Range(0, Math.Min(3, _all.Length)).Select(_ => $"- {Next()}"));

    private static string Shortened(string text) => text.Length switch
    {
        0 => "Nothing was said.",
        <= MostLength => text,
        _ => text[..(char.IsHighSurrogate(text[MostLength - 1]) ? MostLength - 1 : MostLength)],
    };

    [GeneratedRegex(@"^[^\S\n]*[\p{L}][\p{L}\p{N} _-]{0,29}[:：][^\S\n]*(?<said>\S.*)$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Line();
}
