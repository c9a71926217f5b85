using System.Text;

namespace DialInsight.Pseudonyms.Tests;

/// <summary>What is found in a text, as <c>type:words</c>.</summary>
internal static class Found
{
    public static readonly Pseudonymiser Pseudonymiser = Pseudonymiser.FromText("a key for these tests only");

    public static string[] In(string text, string? context = null) =>
        [.. Pseudonymiser.Detect(text, context: context).Select(span => $"{span.Type.ToName()}:{Slice(text, span.Start, span.End)}")];

    public static string Slice(string text, int start, int end) => string.Concat(text.EnumerateRunes().Skip(start).Take(Math.Max(0, end - start)).Select(rune => rune.ToString()));

    /// <summary>A text rebuilt from its original and the spans of what was replaced.</summary>
    public static string Rebuild(string text, IReadOnlyList<ReplacedSpan> spans)
    {
        var rebuilt = new StringBuilder();
        int copied = 0;
        foreach (ReplacedSpan span in spans)
        {
            rebuilt.Append(Slice(text, copied, span.Start)).Append(span.Surrogate);
            copied = span.End;
        }

        return rebuilt.Append(Slice(text, copied, int.MaxValue)).ToString();
    }
}
