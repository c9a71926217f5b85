using System.Text;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace DialInsight.Conversations.Cleaning;

/// <summary>The text of HTML. Reads tokens and builds no tree, so that neither nesting nor what is left open costs more than its length.</summary>
internal static class HtmlText
{
    private static readonly HashSet<string> s_silent = ["script", "style", "head", "title", "noscript", "template", "svg", "select", "textarea", "iframe"];

    // What AngleSharp's tokenizer has to be told to read as text, since it builds no tree either.
    private static readonly Dictionary<string, HtmlParseMode> s_modes = new()
    {
        ["script"] = HtmlParseMode.Script,
        ["style"] = HtmlParseMode.Rawtext,
        ["iframe"] = HtmlParseMode.Rawtext,
        ["title"] = HtmlParseMode.RCData,
        ["textarea"] = HtmlParseMode.RCData,
    };

    private static readonly HashSet<string> s_inline =
    [
        "a", "abbr", "b", "big", "cite", "code", "del", "em", "font", "i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
        "tt", "u", "var", "img", "input", "button", "link", "meta",
    ];

    /// <summary>The text: a line break for each <c>br</c> and at the edges of blocks, an image's words in its place, nothing of scripts and styles. Tags that are not HTML's stay.</summary>
    public static string Of(string html)
    {
        var text = new StringBuilder(html.Length);
        string source = html.ReplaceLineEndings("\n");
        using var tokenizer = new HtmlTokenizer(new TextSource(source), HtmlEntityProvider.Resolver) { IsAcceptingCharacterData = false };
        string? silent = null;
        while (tokenizer.Get() is { Type: not HtmlTokenType.EndOfFile } token)
        {
            if (silent is not null)
                silent = token.Type == HtmlTokenType.EndTag && token.Name == silent ? null : silent;
            else if (token.Type == HtmlTokenType.Character)
                text.Append(token.Data);
            else if (token is HtmlTagToken tag)
                silent = Take(tag, tokenizer, source, text);
        }

        return text.ToString().Trim();
    }

    /// <summary>Writes what a tag stands for. Answers the element whose content is silent from here on, or null.</summary>
    private static string? Take(HtmlTagToken tag, HtmlTokenizer tokenizer, string source, StringBuilder text)
    {
        if (!HtmlMarkup.IsElement(tag.Name))
        {
            int start = tag.Position.Position - 1;
            text.Append(source.AsSpan(start, Math.Clamp(tokenizer.InsertionPoint - start, 0, source.Length - start)));
            return null;
        }

        if (tag.Type == HtmlTokenType.StartTag && s_modes.TryGetValue(tag.Name, out HtmlParseMode mode))
            tokenizer.State = mode;
        if (tag.Type == HtmlTokenType.StartTag && !tag.IsSelfClosing && s_silent.Contains(tag.Name))
            return tag.Name;
        if (tag.Name is "td" or "th")
            text.Append(' ');
        else if (tag.Name == "img" && tag.GetAttribute("alt") is { Length: > 0 } words)
            text.Append(words);
        else if (!s_inline.Contains(tag.Name))
            text.Append('\n');
        return null;
    }
}
