using System.Text.RegularExpressions;

namespace DialInsight.Conversations.Parsing.Lines;

/// <summary>How one kind of text writes that somebody begins to speak.</summary>
/// <param name="Turn">A line that begins a turn: groups <c>speaker</c>, and perhaps <c>words</c> and <c>at</c>.</param>
/// <param name="Notice">A line that nobody said; null where there are none.</param>
/// <param name="TimeOfDay">Whether <c>12:18</c> is a time of day.</param>
/// <param name="Markdown">Whether words are written with Markdown's backslashes.</param>
internal sealed record LineGrammar(Regex Turn, Regex? Notice = null, bool TimeOfDay = false, bool Markdown = false);
