using System.Net;

namespace DialInsight.Conversations.Cleaning;

/// <summary>
/// HTML to text, where a text is HTML; else only its character references. <c>a &lt; b</c>, <c>&lt;3</c> and <c>&lt;package&gt;</c> are no HTML; neither are elements that somebody
/// talks about, which are escaped among other words, and stay so.
/// </summary>
internal sealed class HtmlRule : ITextRule
{
    public const string Id = "html";

    // Exports that went through several programs are escaped as often.
    private const int Layers = 4;

    public string Apply(string text, Removals removals)
    {
        if (!text.AsSpan().ContainsAny('<', '&'))
            return text;

        string clean = text;
        for (int layer = 0; layer < Layers; layer++)
        {
            bool isHtml = HtmlMarkup.IsIn(clean) && (layer == 0 || HtmlMarkup.IsWhole(clean));
            string less = isHtml ? HtmlText.Of(clean) : WebUtility.HtmlDecode(clean);
            if (less == clean)
                break;
            clean = less;
        }

        if (HtmlMarkup.IsIn(clean))
            clean = HtmlMarkup.Escape(clean);
        if (clean == text)
            return text;
        removals.Add(Id, text);
        return clean;
    }
}
