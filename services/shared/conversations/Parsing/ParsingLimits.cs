using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace DialInsight.Conversations.Parsing;

/// <summary>What the files of a request may hold. Whatever goes over is refused, with the name of the setting; the rest of the request is kept.</summary>
public record ParsingLimits
{
    /// <summary>Where ingest's settings have them; refusals name them so.</summary>
    public const string Section = "Ingest:Limits";

    /// <summary>Characters of an id, a subject, a source. Not to be changed: they are stored and looked up.</summary>
    internal const int KeyCharacters = 200;

    private const int Least = 1 << 10, MostBytes = 1 << 30;

    /// <summary>The limits that hold where nobody sets others.</summary>
    public static ParsingLimits Default { get; } = new();

    /// <summary>Bytes of one line of JSON Lines, of one element of a JSON array, of one row of a table: 1,024 to 2^30.</summary>
    [Range(Least, MostBytes)]
    public int LineBytes { get; init; } = 8 << 20;

    /// <summary>Bytes of one JSON document that is not JSON Lines, and of one text file: 1,024 to 2^30.</summary>
    [Range(Least, MostBytes)]
    public int DocumentBytes { get; init; } = 64 << 20;

    /// <summary>Levels of nesting in JSON: 4 to 256.</summary>
    [Range(4, 256)]
    public int JsonDepth { get; init; } = 32;

    /// <summary>Turns of one conversation: 1 to 1,000,000.</summary>
    [Range(1, 1_000_000)]
    public int Turns { get; init; } = 10_000;

    /// <summary>Characters of one turn: 1 to 10,000,000.</summary>
    [Range(1, 10_000_000)]
    public int TurnCharacters { get; init; } = 100_000;

    /// <summary>Columns of a table's first row, 2 to 100,000; cells of later rows beyond them are not read.</summary>
    [Range(2, 100_000)]
    public int TableColumns { get; init; } = 1000;

    /// <summary>Files in an archive: 1 to 1,000,000.</summary>
    [Range(1, 1_000_000)]
    public int ArchiveEntries { get; init; } = 20_000;

    /// <summary>Bytes of an archive's files unpacked, together: 1,024 to 2^40.</summary>
    [Range(Least, 1L << 40)]
    public long ArchiveBytes { get; init; } = 16L << 30;

    /// <summary>How many times larger than packed an archive, or a file of it, may be: 2 to 100,000.</summary>
    [Range(2, 100_000)]
    public int ArchiveRatio { get; init; } = 200;

    internal string LineTooLong => $"the line is longer than {Size(LineBytes)}{Named(nameof(LineBytes))}";

    internal string ElementTooLarge => $"the element is larger than {Size(LineBytes)}{Named(nameof(LineBytes))}";

    internal string RowTooLong => $"a row is longer than {Size(LineBytes)}{Named(nameof(LineBytes))}; is a quotation mark left open?";

    internal string TextTooLarge => $"the text is larger than {Size(DocumentBytes)}{Named(nameof(DocumentBytes))}";

    internal string JsonTooLarge => $"the document is larger than {Size(DocumentBytes)}{Named(nameof(DocumentBytes))}: send JSON Lines";

    internal string GridsTooLarge => $"the TextGrids of one upload are larger than {Size(DocumentBytes)} together{Named(nameof(DocumentBytes))}: send an archive";

    internal string JsonTooDeep => $"nested deeper than {JsonDepth} levels{Named(nameof(JsonDepth))}";

    internal string TooManyTurns => $"the turns are too many: split conversations of more than {Turns}{Named(nameof(Turns))}";

    internal string TooManyIntervals => $"the intervals are too many: split conversations of more than {Turns}{Named(nameof(Turns))}";

    internal string TurnTooLong => $"a turn has too many characters: {TurnCharacters} are the most{Named(nameof(TurnCharacters))}";

    internal string LineOfTextTooLong => $"a line has too many characters: {TurnCharacters} are the most{Named(nameof(TurnCharacters))}";

    internal string FileUnpacksTooLarge => $"the file unpacks to more than {ArchiveRatio} times its size{Named(nameof(ArchiveRatio))}";

    internal string ArchiveUnpacksTooLarge => $"the archive unpacks to more than {ArchiveRatio} times its size{Named(nameof(ArchiveRatio))}";

    internal string ArchiveTooLarge => $"the archive unpacks to more than {Size(ArchiveBytes)}{Named(nameof(ArchiveBytes))}: send it in parts";

    internal string TooManyTurnsOf(int count) => $"{count} turns are too many: split conversations of more than {Turns}{Named(nameof(Turns))}";

    internal string TooManyCharacters(string where) => $"{where} has too many characters: {TurnCharacters} are the most{Named(nameof(TurnCharacters))}";

    internal string TooManyCharacters(string where, int count) => $"{where} has {count} characters: {TurnCharacters} are the most{Named(nameof(TurnCharacters))}";

    internal string TooManyColumns(int count) => $"the table has {count} columns: {TableColumns} are the most{Named(nameof(TableColumns))}";

    internal string TooManyEntries(int count) => $"the archive has {count} files: {ArchiveEntries} are the most{Named(nameof(ArchiveEntries))}";

    /// <summary>A limit's setting, as a refusal ends.</summary>
    /// <param name="limit">The property's name.</param>
    protected static string Named(string limit) => $" ({Section}:{limit})";

    /// <summary>A number of bytes in words.</summary>
    /// <param name="bytes">The number.</param>
    protected static string Size(long bytes) => bytes % (1 << 20) == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes >> 20} MB")
        : bytes % 1024 == 0 ? string.Create(CultureInfo.InvariantCulture, $"{bytes >> 10} kB") : string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes");
}
