using System.Text.RegularExpressions;

namespace DialInsight.DomainPacks.Cleaning;

/// <summary>
/// What a line of boilerplate looks like: its words, with <c>{name}</c> (who did something), <c>{number}</c> and <c>{text}</c> (anything) in them; or a regular
/// expression between slashes, which is run without backtracking. Case, width and kinds of quotation marks do not matter. Matching takes time linear in the line.
/// </summary>
public sealed class TextPattern
{
    /// <summary>The characters of a line that is looked at; boilerplate is short.</summary>
    public const int LongestLine = 400;

    private const int FewestLetters = 2;

    private readonly Regex? _regex;
    private readonly IReadOnlyList<PatternPart> _parts;

    private TextPattern(string source, IReadOnlyList<PatternPart> parts, Regex? regex) => (Source, _parts, _regex) = (source, parts, regex);

    /// <summary>The pattern as it is written.</summary>
    public string Source { get; }

    /// <summary>Words that every match holds, for a first look at a text; null where there are none to be sure of.</summary>
    public string? Key => _regex is not null ? null : _parts.SelectMany(part => Words(part.Literal)).MaxBy(word => word.Length);

    /// <summary>Reads a pattern.</summary>
    /// <param name="source">The pattern.</param>
    /// <param name="problem">What is wrong with it; null when nothing is.</param>
    /// <returns>The pattern; null when something is wrong.</returns>
    public static TextPattern? Parse(string source, out string? problem)
    {
        problem = null;
        if (source.Length > 2 && source[0] == '/' && source[^1] == '/')
            return OfRegex(source, ref problem);
        if (PatternPart.Read(Fold(source).Trim()) is not { } parts)
            problem = "may hold {name}, {number} and {text} in braces, with words between them";
        else if (parts.Sum(part => part.Literal.Count(char.IsLetterOrDigit)) < FewestLetters)
            problem = $"needs {FewestLetters} letters of its own at least, or it would fit everything";
        else
            return new TextPattern(source, parts, null);
        return null;
    }

    /// <summary>Whether the whole of a line is this.</summary>
    /// <param name="line">The line, folded and trimmed.</param>
    public bool IsMatch(string line) => line.Length <= LongestLine && (_regex?.IsMatch(line) ?? PatternPart.Match(_parts, line) == line.Length);

    /// <summary>How much of a line's beginning is this; 0 where it is none of it.</summary>
    /// <param name="line">The line, folded and without white space before it.</param>
    public int PrefixOf(string line) => _regex is not null ? 0 : Math.Max(0, PatternPart.Match(_parts, line.Length > LongestLine ? line[..LongestLine] : line, isPrefix: true));

    /// <summary>A text of the same length in which full-width forms are narrow, and quotation marks, spaces and dashes of one kind each.</summary>
    public static string Fold(string text) => string.Create(text.Length, text, static (folded, source) =>
    {
        for (int index = 0; index < source.Length; index++)
            folded[index] = Fold(source[index]);
    });

    private static char Fold(char letter) => letter switch
    {
        '“' or '”' or '„' or '‟' or '「' or '」' or '『' or '』' => '"',
        '‘' or '’' => '\'',
        >= '\uFF01' and <= '\uFF5E' => (char)(letter - 0xFEE0),
        '\u3000' or '\u00A0' or '\u202F' or '\t' => ' ',
        '—' or '–' => '-',
        _ => letter,
    };

    private static TextPattern? OfRegex(string source, ref string? problem)
    {
        try
        {
            var regex = new Regex($@"\A(?:{source[1..^1]})\z", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
            if (!regex.IsMatch(""))
                return new TextPattern(source, [], regex);
            problem = "fits an empty line, and would fit everywhere";
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            problem = $"is no regular expression that can be run without backtracking: {exception.Message}";
        }

        return null;
    }

    // Letters of one case whatever the fold: what a first look can find in a text that is not folded.
    private static IEnumerable<string> Words(string literal) =>
        literal.Split(['"', '\'', '-', ':', ',', '.', '!', '?', '(', ')', '[', ']', '<', '>', '/', ';', '#', '*', '=', '&', '~', '%', '+', '@', '|', '_', '$'])
            .Select(word => word.Trim()).Where(word => word.Length >= FewestLetters && word.All(letter => letter is ' ' or (>= '0' and <= '9') || char.IsLetter(letter)));
}
