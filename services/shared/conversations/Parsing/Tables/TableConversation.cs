using DialInsight.Conversations.Parsing.Lines;

namespace DialInsight.Conversations.Parsing.Tables;

/// <summary>A conversation of a table: of one row, or of rows that follow each other.</summary>
internal sealed class TableConversation
{
    private readonly RecordPosition _position;
    private readonly ParsedConversation _fields;
    private readonly TurnList _turns;
    private string? _refusal;

    /// <summary>Begins one that has a row a turn.</summary>
    /// <param name="cells">Its first row, which tells what is true of all.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="position">Where it begins.</param>
    /// <param name="isSplit">Whether rows of it stood before others' already.</param>
    /// <param name="limits">What it may hold.</param>
    public TableConversation(string[] cells, TableColumns columns, RecordPosition position, bool isSplit, ParsingLimits limits)
    {
        (Id, _position, _turns) = (Cell(cells, columns.Conversation), position, new TurnList(limits));
        _refusal = isSplit ? "rows of this conversation stand apart from each other: sort the table by conversation" : null;
        _fields = Fields(cells, columns, columns.Conversation);
    }

    /// <summary>The conversation's id as the table has it; empty where it has none.</summary>
    public string Id { get; }

    /// <summary>A conversation of one row, its turns in one cell or in two.</summary>
    public static ParsedRecord OfRow(string[] cells, TableColumns columns, RecordPosition position, ParsingLimits limits)
    {
        try
        {
            ParsedConversation fields = Fields(cells, columns, columns.Conversation >= 0 ? columns.Conversation : columns.Id);
            bool isPair = columns.Question >= 0 && columns.Answer >= 0 && columns.Whole < 0;
            return ParsedRecord.Of(position, fields with { Turns = isPair ? Pair(cells, columns, limits) : Whole(cells, columns, limits) });
        }
        catch (RecordRefusedException refused)
        {
            return ParsedRecord.Refused(position, refused.Message);
        }
    }

    /// <summary>A conversation of one row whose cells are tagged; the last cell that begins with none is its id.</summary>
    public static ParsedRecord OfLinearised(string[] cells, RecordPosition position, ParsingLimits limits)
    {
        try
        {
            var turns = new TurnList(limits);
            foreach (string cell in cells.Where(LinearisedTurns.Fits))
                LinearisedTurns.Add(turns, cell);
            string? id = cells.LastOrDefault(cell => cell.Length is > 0 and <= ParsingLimits.KeyCharacters && cell[0] is not ('[' or '<'));
            return ParsedRecord.Of(position, new ParsedConversation { Id = id, Turns = turns.ToTurns("no cell has turns: <U>words<A>words") });
        }
        catch (RecordRefusedException refused)
        {
            return ParsedRecord.Refused(position, refused.Message);
        }
    }

    /// <summary>Adds a row's turn.</summary>
    public void Add(string[] cells, TableColumns columns)
    {
        if (_refusal is not null)
            return;
        try
        {
            string role = Cell(cells, columns.Role);
            if (role.Length == 0)
                throw new RecordRefusedException("a row does not say who speaks");
            _turns.Begin(Bounded(SpeakerName.Of(role), "the speaker"), Cell(cells, columns.Text), TurnTime.Of(Cell(cells, columns.Time)));
        }
        catch (RecordRefusedException refused)
        {
            _refusal = refused.Message;
        }
    }

    /// <summary>The record.</summary>
    public ParsedRecord End() => _refusal is null
        ? ParsedRecord.Of(_position, _fields with { Turns = _turns.ToTurns("no row has words") })
        : ParsedRecord.Refused(_position, _refusal);

    /// <summary>A cell; empty where the row or the table has none.</summary>
    public static string Cell(string[] cells, int column) => column >= 0 && column < cells.Length ? cells[column].Trim() : "";

    private static IReadOnlyList<Contracts.Turn> Whole(string[] cells, TableColumns columns, ParsingLimits limits)
    {
        string words = Cell(cells, columns.Whole >= 0 ? columns.Whole : columns.Text);
        if (!LinearisedTurns.Fits(words))
            return TextTurns.Read(words, limits);
        var turns = new TurnList(limits);
        LinearisedTurns.Add(turns, words);
        return turns.ToTurns("no turn has words");
    }

    private static IReadOnlyList<Contracts.Turn> Pair(string[] cells, TableColumns columns, ParsingLimits limits)
    {
        var turns = new TurnList(limits);
        turns.Begin("user", Cell(cells, columns.Question), null);
        turns.Begin("assistant", Cell(cells, columns.Answer), null);
        return turns.ToTurns("the row has no words");
    }

    private static ParsedConversation Fields(string[] cells, TableColumns columns, int id) => new()
    {
        Id = Key(cells, id),
        Scenario = Key(cells, columns.Scenario),
        Channel = Key(cells, columns.Channel),
        Language = Key(cells, columns.Language),
        Source = Key(cells, columns.Source),
        Subject = Key(cells, columns.Subject),
        Turns = [],
    };

    private static string? Key(string[] cells, int column) => Cell(cells, column) is { Length: > 0 and <= ParsingLimits.KeyCharacters } key ? key : null;

    private static string Bounded(string text, string what) => text.Length <= ParsingLimits.KeyCharacters
        ? text
        : throw new RecordRefusedException($"{what} has {text.Length} characters: {ParsingLimits.KeyCharacters} are the most");
}
