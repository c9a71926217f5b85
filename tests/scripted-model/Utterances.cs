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
        List<string> spoken = Dialogue(text);
        string[] usable = [.. spoken.Where(said => said.Length >= LeastLength).Distinct(StringComparer.Ordinal)];
        _all = usable.Length > 0 ? usable : spoken.Count > 0 ? [.. spoken] : [text.ReplaceLineEndings(" ").Trim() is { Length: > 0 } all ? all : "Nothing was said."];
        _next = (int)(Chance.Mix((ulong)seed ^ ((ulong)text.Length << 32)) % (ulong)_all.Length);
    }

    /// <summary>The next utterance, word for word from the prompt, or its beginning; after the last the first again.</summary>
    public string Next()
    {
        string text = _all[_next++ % _all.Length];
        return text.Length <= MostLength ? text : text[..(char.IsHighSurrogate(text[MostLength - 1]) ? MostLength - 1 : MostLength)];
    }

    /// <summary>The longest run of lines of the shape "speaker: words": guidelines may have a line of that shape, a dialogue has many.</summary>
    private static List<string> Dialogue(string text)
    {
        List<string> longest = [], run = [];
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            if (Spoken().IsMatch(line))
            {
                run.Add(line[(line.IndexOfAny(':', '：') + 1)..].Trim().ToString());
                continue;
            }

            longest = run.Count > longest.Count ? run : longest;
            run = [];
        }

        return run.Count > longest.Count ? run : longest;
    }

    [GeneratedRegex(@"^\s*\p{L}[\p{L}\p{N} _-]{0,29}[:：]\s*\S", RegexOptions.CultureInvariant)]
    private static partial Regex Spoken();
}
