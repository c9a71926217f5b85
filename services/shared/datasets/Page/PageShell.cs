namespace DialInsight.Datasets.Page;

/// <summary>
/// What stands round every page: one self-contained document, no script, no font or picture from elsewhere. The switch between the languages is two links to themselves: the
/// style shows the language whose link is the address's fragment (<c>report.html#en</c>), so that it works under a policy that runs nothing, and an address can name a language.
/// </summary>
public static class PageShell
{
    /// <summary>The attributes of what stands round a table: a window too narrow for it scrolls it, by keyboard too.</summary>
    public static Markup Table { get; } = new("class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"表格 / Table\"");

    private static readonly Lazy<string> s_style = new(ReadStyle);

    /// <summary>A page.</summary>
    /// <param name="language"><c>zh</c> or <c>en</c>: what the page opens in where its address names none.</param>
    /// <param name="title">Its title.</param>
    /// <param name="body">What is in it.</param>
    public static Markup Document(string language, string title, Markup body) => Markup.Of($"""
        <!doctype html>
        <html lang="{(language == "zh" ? "zh" : "en")}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{title} · DialInsight</title>
        <style>{new Markup(s_style.Value)}</style>
        </head>
        <body>
        {body}
        </body>
        </html>

        """);

    /// <summary>The line above a page's heading: what it is, and the switch between the languages.</summary>
    public static Markup Top(string chinese, string english) => Markup.Of($"""
        <div class="top">
        <p class="brand">DialInsight · {Bilingual.Both(chinese, english)}</p>
        <p class="switch" role="group" aria-label="语言 / Language"><a id="zh" href="#zh" lang="zh">中文<span class="zh hidden">（当前语言）</span></a><a id="en" href="#en" lang="en">English<span class="en hidden"> (shown)</span></a></p>
        </div>
        """);

    private static string ReadStyle()
    {
        using Stream style = typeof(PageShell).Assembly.GetManifestResourceStream("report.css")
            ?? throw new InvalidOperationException("The pages' style is not part of the assembly.");
        using var reader = new StreamReader(style);
        return reader.ReadToEnd();
    }
}
