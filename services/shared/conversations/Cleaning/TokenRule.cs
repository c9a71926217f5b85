using System.Text;

namespace DialInsight.Conversations.Cleaning;

/// <summary>Marks that a program put in the place of what was no text: <c>[图片]</c>, <c>&lt;Media omitted&gt;</c>.</summary>
internal sealed class TokenRule(IReadOnlyList<string> tokens) : ITextRule
{
    private readonly WordScan _tokens = new(tokens);

    public string Apply(string text, Removals removals)
    {
        if (!text.AsSpan().ContainsAny('[', '<') || !_tokens.IsIn(text))
            return text;

        // What is left may make another one: "[[图片]图片]".
        while (_tokens.IsIn(text))
            text = Without(text, removals);
        return text;
    }

    private string Without(string text, Removals removals)
    {
        var clean = new StringBuilder(text.Length);
        ReadOnlySpan<char> rest = text;
        for ((int at, int length) = _tokens.First(rest); at >= 0; (at, length) = _tokens.First(rest))
        {
            clean.Append(rest[..at]);
            removals.Add(BoilerplateRule.Id, rest.Slice(at, length));
            rest = rest[(at + length)..];
        }

        return clean.Append(rest).ToString();
    }
}
