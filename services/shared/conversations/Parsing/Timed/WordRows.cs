using System.Text;
using DialInsight.Contracts;

namespace DialInsight.Conversations.Parsing.Timed;

/// <summary>
/// Reads <c>.nlp</c> references of speech recognition: a row a word, columns by name between bars (<c>token|speaker|ts|endTs|punctuation|…</c>).
/// A turn is a run of one speaker's words.
/// </summary>
internal static class WordRows
{
    /// <summary>Whether a first line is such a file's.</summary>
    public static bool Fits(ReadOnlySpan<char> line) => line.TrimStart('\uFEFF').StartsWith("token|speaker", StringComparison.OrdinalIgnoreCase);

    /// <summary>The turns.</summary>
    /// <exception cref="RecordRefusedException">The columns are not there, or there is too much.</exception>
    public static IReadOnlyList<Turn> Read(string text, ParsingLimits limits)
    {
        SpanLineEnumerator lines = text.AsSpan().EnumerateLines();
        string[] columns = lines.MoveNext() ? lines.Current.ToString().ToLowerInvariant().Split('|', limits.TableColumns) : [];
        (int token, int speaker) = (Array.IndexOf(columns, "token"), Array.IndexOf(columns, "speaker"));
        if (token < 0 || speaker < 0)
            throw new RecordRefusedException("the first line must name the columns: token|speaker|ts|endTs|punctuation|…");

        (int at, int before, int after) = (Array.IndexOf(columns, "ts"), Array.IndexOf(columns, "prepunctuation"), Array.IndexOf(columns, "punctuation"));
        var turns = new TurnList(limits);
        string? current = null;
        while (lines.MoveNext())
        {
            if (lines.Current.IsWhiteSpace())
                continue;
            string[] cells = lines.Current.ToString().Split('|', columns.Length);
            string word = $"{Cell(cells, before)}{Cell(cells, token)}{Cell(cells, after)}";
            if (Cell(cells, speaker) == current)
            {
                turns.GoOn(word);
                continue;
            }

            current = Cell(cells, speaker);
            turns.Begin(SpeakerName.Of(current), word, TurnTime.Of(Cell(cells, at)));
        }

        return turns.ToTurns("there is no row with a word");
    }

    private static string Cell(string[] cells, int index) => index >= 0 && index < cells.Length ? cells[index].Trim() : "";
}
