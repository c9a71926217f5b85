using System.Globalization;
using DialInsight.Datasets.Metrics;

namespace DialInsight.Datasets.Page;

/// <summary>Pictures as inline SVG, each with a text that says the same.</summary>
public static class Charts
{
    private const double Width = 320;
    private const double Height = 96;

    /// <summary>A histogram with its mean.</summary>
    public static Markup Histogram(Distribution distribution, string description)
    {
        long highest = Math.Max(1, distribution.Bins.Max(bin => bin.Count));
        double step = Width / distribution.Bins.Count;
        int first = distribution.Bins[0].From;
        double perUnit = Width / (distribution.Bins[^1].To - first);
        // A whole number's bar begins at it and is one unit wide: its mean is the middle.
        double mean = Math.Clamp((distribution.Mean - first + 0.5) * perUnit, 1, Width - 1);
        Markup bars = Markup.Each(distribution.Bins.Select((bin, index) => (bin, index)), item =>
        {
            double height = item.bin.Count == 0 ? 0 : Math.Max(1.5, Height * item.bin.Count / highest);
            double width = Math.Clamp(step - 1.5, 0.5, 40);
            double x = (item.index * step) + ((step - width) / 2);
            return Markup.Of(
                $"""<rect class="bar" x="{x:F2}" y="{Height - height:F2}" width="{width:F2}" height="{height:F2}" rx="1.5"><title>{Interval(item.bin)}: {item.bin.Count}</title></rect>""");
        });
        return Markup.Of($"""
            <svg class="histogram" viewBox="0 0 320 116" role="img" aria-label="{description}"><title>{description}</title>
            {bars}<line class="axis" x1="0" y1="{Height:F1}" x2="{Width}" y2="{Height:F1}"/>
            <line class="mean" x1="{mean:F2}" y1="0" x2="{mean:F2}" y2="{Height:F1}"/>
            <text x="0" y="111">{first}</text><text x="{Width}" y="111" text-anchor="end">{distribution.Bins[^1].To - 1}</text></svg>
            """);
    }

    /// <summary>A bar for a share, with a mark where the gate stands.</summary>
    public static Markup Share(double share, double? required, bool passed, string description)
    {
        double width = 100 * Math.Clamp(share, 0, 1);
        Markup mark = required is { } gate
            ? Markup.Of($"""<rect class="mark" x="{Math.Clamp((100 * gate) - 0.5, 0, 99):F2}" y="0" width="1" height="8"/>""")
            : Markup.None;
        return Markup.Of(
            $"""<svg class="share {(passed ? "pass" : "fail")}" viewBox="0 0 100 8" preserveAspectRatio="none" role="img" aria-label="{description}"><title>{description}</title><rect class="track" x="0" y="2" width="100" height="4" rx="2"/><rect class="value" x="0" y="2" width="{width:F2}" height="4" rx="2"/>{mark}</svg>""");
    }

    /// <summary>A measure before and after, one bar over the other.</summary>
    /// <param name="before">Its length before, 0 to 1.</param>
    /// <param name="after">Its length after, 0 to 1.</param>
    /// <param name="description">The same in words.</param>
    public static Markup Pair(double before, double after, string description) => Markup.Of(
        $"""<svg class="pair" viewBox="0 0 100 12" preserveAspectRatio="none" role="img" aria-label="{description}"><title>{description}</title><rect class="track" x="0" y="0" width="100" height="12"/><rect class="before" x="0" y="1" width="{100 * Math.Clamp(before, 0, 1):F2}" height="4"/><rect class="after" x="0" y="7" width="{100 * Math.Clamp(after, 0, 1):F2}" height="4"/></svg>""");

    /// <summary>Parts of a whole, side by side.</summary>
    public static Markup Parts(IReadOnlyList<(string Class, long Count, string Name)> parts, string description)
    {
        double whole = Math.Max(1, parts.Sum(part => part.Count));
        double x = 0;
        Markup bars = Markup.Each(parts.Where(part => part.Count > 0), part =>
        {
            double start = x;
            double width = 100 * part.Count / whole;
            x += width;
            return Markup.Of(
                $"""<rect class="{part.Class}" x="{start:F2}" y="0" width="{width:F2}" height="10"><title>{part.Name}: {part.Count}</title></rect>""");
        });
        return Markup.Of(
            $"""<svg class="parts" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label="{description}"><title>{description}</title><rect class="track" x="0" y="0" width="100" height="10"/>{bars}</svg>""");
    }

    private static string Interval(Bin bin) => bin.To - bin.From == 1
        ? bin.From.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{bin.From}–{bin.To - 1}");
}
