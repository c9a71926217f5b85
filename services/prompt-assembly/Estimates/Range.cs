using DialInsight.Client.Runs;

namespace DialInsight.PromptAssembly.Estimates;

/// <summary>A figure with what it may well come to instead.</summary>
internal readonly record struct Range(double Low, double Expected, double High)
{
    public static Range operator +(Range a, Range b) => new(a.Low + b.Low, a.Expected + b.Expected, a.High + b.High);

    public static Range operator *(Range a, Range b) => new(a.Low * b.Low, a.Expected * b.Expected, a.High * b.High);

    public static Range operator *(Range range, double times) => new(range.Low * times, range.Expected * times, range.High * times);

    /// <summary>Each figure to so many decimals.</summary>
    public Range Rounded(int digits = 0) => new(Math.Round(Low, digits), Math.Round(Expected, digits), Math.Round(High, digits));

    public RangeView View(int digits = 0) => new(Round(Low, digits), Round(Expected, digits), Round(High, digits));

    private static decimal Round(double value, int digits) => Math.Round((decimal)value, digits);
}
