namespace DialInsight.Conversations.Parsing;

/// <summary>What the files of a request may hold. Whatever goes over is refused by name; the rest of the request is kept.</summary>
internal static class ParsingLimits
{
    /// <summary>Bytes of one line of JSON Lines, and of one element of a JSON array.</summary>
    public const int LineBytes = 8 << 20;

    /// <summary>Bytes of one JSON document that is not JSON Lines, and of one text file.</summary>
    public const int DocumentBytes = 64 << 20;

    /// <summary>Levels of nesting in JSON.</summary>
    public const int JsonDepth = 32;

    /// <summary>Turns of one conversation.</summary>
    public const int Turns = 10_000;

    /// <summary>Characters of one turn.</summary>
    public const int TurnCharacters = 100_000;

    /// <summary>Columns of a table; those after them are not read.</summary>
    public const int Columns = 1000;

    /// <summary>Characters of an id, a subject, a source.</summary>
    public const int KeyCharacters = 200;

    /// <summary>Files in an archive.</summary>
    public const int ArchiveEntries = 20_000;

    /// <summary>How many times larger than packed an archive's file may be.</summary>
    public const int ArchiveRatio = 200;
}
