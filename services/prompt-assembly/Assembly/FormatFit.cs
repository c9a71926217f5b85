using DialInsight.Contracts.PromptAssembly;

namespace DialInsight.PromptAssembly.Assembly;

/// <summary>
/// Which output format suits an instruction: the one whose fields speak of what it asks for. Terms that all formats share tell nothing and
/// count nothing (weight ln(F/df) over the F formats); where nothing speaks for any format, all of them suit.
/// </summary>
internal static class FormatFit
{
    private const int ShortestWord = 4;

    /// <summary>The formats that suit best, at least one, in the order they were given.</summary>
    public static IReadOnlyList<OutputFormat> Best(string instruction, IReadOnlyList<OutputFormat> formats, string language)
    {
        HashSet<string> asked = Terms(instruction, language);
        HashSet<string>[] known = [.. formats.Select(format => Terms(Describe(format), language))];
        double[] scores =
        [
            .. known.Select(terms => terms.Where(asked.Contains).Sum(term => Math.Log((double)formats.Count / known.Count(other => other.Contains(term))))),
        ];
        double best = scores.Max();
        return [.. formats.Where((_, index) => scores[index] == best)];
    }

    private static string Describe(OutputFormat format) => string.Join(
        '\n',
        format.Fields.SelectMany(field => field.Choices.Prepend(field.Description).Prepend(field.Name))
            .Prepend(format.Kind == OutputFormatKind.Table ? "表格 对照 逐项 并排 table columns compare side" : ""));

    /// <summary>Pairs of neighbouring characters in Chinese, words of some length in English.</summary>
    private static HashSet<string> Terms(string text, string language) => language == "zh"
        ? [.. Enumerable.Range(0, Math.Max(0, text.Length - 1)).Select(at => text.Substring(at, 2)).Where(pair => pair.All(char.IsLetter))]
        : [.. text.ToLowerInvariant().Split([' ', ',', '.', ';', ':', '?', '\n', '-', '(', ')', '\'', '"'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length >= ShortestWord)];
}
