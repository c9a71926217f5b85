using System.Text.RegularExpressions;

namespace DialInsight.DomainPacks.Yaml;

/// <summary>
/// Writes a changed tree into the text that it was read from: lines of what did not change stay as they are, with comments, order and spelling. The
/// nodes' lines tell where they came from; new ones have none.
/// </summary>
internal sealed partial class YamlRewriting(string[] lines)
{
    private readonly List<string> _written = [];

    /// <summary>The text of <paramref name="after"/>, which <paramref name="before"/> became; null where the text is not written line by line, as JSON.</summary>
    public static string? Of(string text, YamlMap before, YamlMap after)
    {
        string[] lines = text.Split('\n');
        if (!IsBlock(lines, before, lines.Length))
            return null;
        var rewriting = new YamlRewriting(lines);
        rewriting.Copy(1, before.Entries[0].Line);
        rewriting.Map(before, after, lines.Length + 1);
        return string.Join('\n', rewriting._written);
    }

    /// <summary>Whether every entry or item begins a line of its own, behind <paramref name="after"/>.</summary>
    private static bool IsBlock(string[] lines, YamlNode node, int last, int after = 0)
    {
        (IEnumerable<int> begin, string lead) = node is YamlList list ? (list.Items.Select(item => item.Line), "-") : (((YamlMap)node).Entries.Select(entry => entry.Line), "");
        int before = after;
        int? indent = null;
        foreach (int line in begin)
        {
            if (line <= before || line > last)
                return false;
            ReadOnlySpan<char> text = lines[line - 1];
            int own = text.Length - text.TrimStart(' ').Length;
            if (own != (indent ??= own) || !text[own..].StartsWith(lead))
                return false;
            before = line;
        }

        return !node.IsFlow && before > after;
    }

    /// <summary>The entries of a mapping, each of which begins a line, up to the line that <paramref name="end"/> is.</summary>
    private void Map(YamlMap before, YamlMap after, int end)
    {
        int last = _written.Count;
        for (int i = 0; i < before.Entries.Count; i++)
        {
            YamlEntry was = before.Entries[i];
            int next = i + 1 < before.Entries.Count ? before.Entries[i + 1].Line : end, content = ContentEnd(was.Line, next);
            YamlEntry? now = after.Entries.FirstOrDefault(entry => entry.Key == was.Key);
            if (now is not null)
                Entry(was, now, content);
            last = now is null ? last : _written.Count;
            Copy(content, next);
            last = i + 1 < before.Entries.Count ? _written.Count : last;
        }

        string indent = Indent(before.Entries[0].Line);
        _written.InsertRange(last, after.Entries.Where(entry => before.Entries.All(known => known.Key != entry.Key)).SelectMany(entry => YamlWriter.Lines(entry, indent)));
    }

    private void Entry(YamlEntry was, YamlEntry now, int end)
    {
        if (ReferenceEquals(was.Value, now.Value))
            Copy(was.Line, end);
        else if (was.Value is YamlList list && now.Value is YamlList { Items.Count: > 0 } changed && IsBlock(lines, list, end - 1, was.Line))
            Items(was.Line, list, changed, end);
        else if (was.Value is YamlMap map && now.Value is YamlMap { Entries.Count: > 0 } other && IsBlock(lines, map, end - 1, was.Line))
        {
            Copy(was.Line, map.Entries[0].Line);
            Map(map, other, end);
        }
        else
        {
            string[] anew = [.. YamlWriter.Lines(now, Indent(was.Line))];
            anew[0] += end == was.Line + 1 ? Comment(lines[was.Line - 1]) : "";
            _written.AddRange(anew);
        }
    }

    private void Items(int key, YamlList before, YamlList after, int end)
    {
        string indent = Indent(before.Items[0].Line);
        Copy(key, before.Items[0].Line);
        var ends = before.Items.Select((item, i) => (item.Line, End: i + 1 < before.Items.Count ? before.Items[i + 1].Line : end)).ToDictionary(item => item.Line, item => item.End);
        foreach (YamlNode item in after.Items)
        {
            if (before.Items.FirstOrDefault(known => known.Line == item.Line) is not { } was)
                _written.Add($"{indent}- {YamlWriter.Inline(item)}");
            else if (ReferenceEquals(was, item))
                Copy(was.Line, ends[was.Line]);
            else
            {
                int content = ContentEnd(was.Line, ends[was.Line]);
                _written.Add($"{indent}- {YamlWriter.Inline(item)}{(content == was.Line + 1 ? Comment(lines[was.Line - 1]) : "")}");
                Copy(content, ends[was.Line]);
            }
        }

        foreach (YamlNode gone in before.Items.Where(item => after.Items.All(kept => kept.Line != item.Line)))
            Copy(ContentEnd(gone.Line, ends[gone.Line]), ends[gone.Line]);
    }

    private void Copy(int from, int end)
    {
        for (int line = from; line < end; line++)
            _written.Add(lines[line - 1]);
    }

    /// <summary>Behind the last line that is neither empty nor a comment alone: what follows belongs to what comes next.</summary>
    private int ContentEnd(int from, int end)
    {
        while (end > from + 1 && (string.IsNullOrWhiteSpace(lines[end - 2]) || lines[end - 2].AsSpan().TrimStart().StartsWith("#")))
            end--;
        return end;
    }

    private string Indent(int line) => lines[line - 1][..^lines[line - 1].TrimStart(' ').Length];

    private static string Comment(string line) => TrailingComment().Match(line) is { Success: true } found ? found.Groups[1].Value : "";

    // Words in quotation marks are passed over whole.
    [GeneratedRegex("""^(?:"(?:[^"\\]|\\.)*"|'[^']*'|(?!\s#).)*?(\s+\#.*)$""", RegexOptions.CultureInvariant)]
    private static partial Regex TrailingComment();
}
