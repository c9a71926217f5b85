using System.Text.RegularExpressions;

namespace DialInsight.Conversations.Parsing.Json;

/// <summary>Joins Chinese that was taken apart into tokens: <c>你 好 iPhone 12</c>.</summary>
internal static partial class SpacedText
{
    public static string Join(string text) => Gap().Replace(text, "");

    // Between two words of the Latin script, or a word and a number, the space is their own. Bounded, so that a run of spaces is looked at once.
    [GeneratedRegex(@"(?<=[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF])\s{1,8}|\s{1,8}(?=[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF,.!?:;])", RegexOptions.CultureInvariant)]
    private static partial Regex Gap();
}
