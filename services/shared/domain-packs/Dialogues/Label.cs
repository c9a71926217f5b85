using System.Text.RegularExpressions;
using DialInsight.DomainPacks.Folding;

namespace DialInsight.DomainPacks.Dialogues;

/// <summary>Names as records give them, brought to one form so that they can be compared.</summary>
internal static partial class Label
{
    private const int MaximumLength = 64;

    /// <summary>For reading: full-width forms narrowed, white space collapsed, a closing colon dropped, 64 characters at most.</summary>
    public static string Clean(string label)
    {
        string bounded = label.Length > 4 * MaximumLength ? label[..(4 * MaximumLength)] : label;
        string clean = Space().Replace(FoldedText.Of(bounded), " ").Trim().TrimEnd(':').TrimEnd();
        return clean.Length > MaximumLength ? clean[..MaximumLength] : clean;
    }

    /// <summary>For comparing: clean, lower case, and without white space, dashes and underscores.</summary>
    public static string Key(string label) => Joints().Replace(Clean(label).ToLowerInvariant(), "");

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"[\s_\-]+")]
    private static partial Regex Joints();
}
