namespace DialInsight.WebConsole.Layout;

/// <summary>A stretch of a text.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Kind">How it is marked; null where it is not.</param>
/// <param name="Title">What the mark means.</param>
public sealed record Stretch(string Text, string? Kind = null, string? Title = null);
