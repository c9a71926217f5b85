using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace DialInsight.Datasets.Page;

/// <summary>
/// HTML that is safe to write. It is made of interpolated strings: what stands in the program is written as it is, and whatever is filled in
/// is escaped, unless it is markup itself. Model output cannot become markup by being forgotten.
/// </summary>
/// <param name="Html">The HTML.</param>
public readonly record struct Markup(string Html)
{
    /// <summary>Nothing.</summary>
    public static Markup None { get; } = new("");

    /// <summary>Markup from an interpolated string, escaped where it is filled in.</summary>
    public static Markup Of(MarkupHandler html) => new(html.ToString());

    /// <summary>One piece for each item.</summary>
    public static Markup Each<T>(IEnumerable<T> items, Func<T, Markup> shape)
    {
        var html = new StringBuilder();
        foreach (T item in items)
            html.Append(shape(item).Html);
        return new Markup(html.ToString());
    }

    /// <summary>The markup where a condition holds.</summary>
    public static Markup When(bool condition, Func<Markup> markup) => condition ? markup() : None;

    /// <inheritdoc/>
    public override string ToString() => Html ?? "";
}

/// <summary>Puts <see cref="Markup"/> together. Numbers are written the same everywhere.</summary>
[InterpolatedStringHandler]
public readonly struct MarkupHandler(int literalLength, int formattedCount)
{
    private static readonly HtmlEncoder s_encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly StringBuilder _html = new(literalLength + (16 * formattedCount));

    /// <summary>What stands in the program.</summary>
    public void AppendLiteral(string literal) => _html.Append(literal);

    /// <summary>Markup, as it is.</summary>
    public void AppendFormatted(Markup markup) => _html.Append(markup.Html);

    /// <summary>Text, escaped.</summary>
    public void AppendFormatted(string? text) => _html.Append(s_encoder.Encode(text ?? ""));

    /// <summary>A number or another value, escaped.</summary>
    public void AppendFormatted<T>(T value, string? format = null)
        where T : IFormattable => AppendFormatted(value.ToString(format, CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public override string ToString() => _html.ToString();
}
