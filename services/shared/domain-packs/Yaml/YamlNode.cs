namespace DialInsight.DomainPacks.Yaml;

/// <summary>A piece of a YAML (or JSON) text that knows the line it stands in.</summary>
internal abstract record YamlNode(int Line)
{
    /// <summary>Whether it is written between brackets or braces, not a line each.</summary>
    public bool IsFlow { get; init; }
}

/// <summary>A single value; plain when it was written without quotation marks.</summary>
internal sealed record YamlScalar(int Line, string Value, bool Plain) : YamlNode(Line)
{
    /// <summary>Whether it stands for no value.</summary>
    public bool IsNull => Plain && Value is "" or "~" or "null" or "Null" or "NULL";
}

/// <summary>A list.</summary>
internal sealed record YamlList(int Line, IReadOnlyList<YamlNode> Items) : YamlNode(Line);

/// <summary>A mapping, its keys in the order they were written, each once.</summary>
internal sealed record YamlMap(int Line, IReadOnlyList<YamlEntry> Entries) : YamlNode(Line);

/// <summary>A key and its value.</summary>
internal sealed record YamlEntry(int Line, string Key, YamlNode Value);

/// <summary>Something wrong in a YAML text. The path names the place: <c>cells[0].target</c>.</summary>
internal sealed record YamlProblem(int Line, string Path, string Message);
